// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * How a function logs, as a value: AWS calls it {@code LoggingConfig}.
 *
 * <pre>{@code
 * lambda.deploy(function("greeter").logging(Logging.json().application(DEBUG).system(WARN)));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Logging {

    /** Source: API reference, LoggingConfig. */
    private static final Pattern GROUP = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");

    private final boolean json;
    private final Level application;
    private final Level system;
    private final Optional<String> group;

    private Logging(boolean json, Level application, Level system, Optional<String> group) {
        this.json = json;
        this.application = application;
        this.system = system;
        this.group = group;
    }

    /** How important a line is, the least important first. */
    public enum Level {
        /** The finest steps; for applications only. */
        TRACE,
        /** What helps to find a mistake. */
        DEBUG,
        /** What is worth knowing. */
        INFO,
        /** What may be a mistake. */
        WARN,
        /** What is one; for applications only. */
        ERROR,
        /** What ends a program; for applications only. */
        FATAL
    }

    /** As text, which is Lambda's default. */
    public static Logging text() {
        return new Logging(false, Level.INFO, Level.INFO, Optional.empty());
    }

    /** As JSON, with what is at least INFO. */
    public static Logging json() {
        return new Logging(true, Level.INFO, Level.INFO, Optional.empty());
    }

    /** With only those lines of the function that are at least so important; for JSON only. */
    public Logging application(Level least) {
        requireJson("application", least);
        return new Logging(json, least, system, group);
    }

    /** With only those lines of Lambda itself that are at least so important: DEBUG, INFO or WARN; for JSON only. */
    public Logging system(Level least) {
        requireJson("system", least);
        if (least.compareTo(Level.DEBUG) < 0 || least.compareTo(Level.WARN) > 0) {
            throw new SimulatorException("Cannot set the system log level " + least
                    + ": Lambda takes DEBUG, INFO or WARN. Choose one of these.");
        }
        return new Logging(json, application, least, group);
    }

    /** Into that log group instead of {@code /aws/lambda/} and the function's name. */
    public Logging group(String name) {
        if (!GROUP.matcher(name).matches()) {
            throw new SimulatorException("Cannot log to the group \"" + Payload.of(name)
                    + "\": Lambda takes names of 1 to 512 letters, digits and . - _ / #. Choose such a name.");
        }
        return new Logging(json, application, system, Optional.of(name));
    }

    /** Whether it is JSON. */
    public boolean isJson() {
        return json;
    }

    /** How important a line of the function is at least. */
    public Level application() {
        return application;
    }

    /** How important a line of Lambda itself is at least. */
    public Level system() {
        return system;
    }

    /** The log group, if it is not the one of the function's name. */
    public Optional<String> group() {
        return group;
    }

    @Override
    public String toString() {
        String levels = json ? ", application " + application + ", system " + system : "";
        return (json ? "JSON" : "Text")
                + levels
                + group.map(name -> ", " + name).orElse("");
    }

    /** The second and third sentence are AWS's own (L-137). */
    private void requireJson(String whose, Level level) {
        if (!json) {
            throw new SimulatorException("Cannot set the " + whose + " log level " + level
                    + ": LogLevel is not supported when LogFormat is set to \"Text\". Remove LogLevel from your request or "
                    + "change the LogFormat to \"Json\" and try again: Logging.json()." + whose + "(" + level + ").");
        }
    }
}
