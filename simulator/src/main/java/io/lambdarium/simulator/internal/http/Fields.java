// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.undertow.util.HttpString;

/** The header fields of Lambda's APIs, in AWS's spelling. Source: runtime-invoke §§1.4 to 1.10, extensions-telemetry §1. */
final class Fields {

    static final HttpString REQUEST_ID = new HttpString("Lambda-Runtime-Aws-Request-Id");
    static final HttpString DEADLINE = new HttpString("Lambda-Runtime-Deadline-Ms");
    static final HttpString FUNCTION_ARN = new HttpString("Lambda-Runtime-Invoked-Function-Arn");
    static final HttpString TRACE_ID = new HttpString("Lambda-Runtime-Trace-Id");
    static final HttpString CLIENT_CONTEXT = new HttpString("Lambda-Runtime-Client-Context");
    static final HttpString COGNITO_IDENTITY = new HttpString("Lambda-Runtime-Cognito-Identity");
    static final HttpString TENANT_ID = new HttpString("Lambda-Runtime-Aws-Tenant-Id");
    static final HttpString INVOCATION_ID = new HttpString("Lambda-Runtime-Invocation-Id");

    static final HttpString RESPONSE_MODE = new HttpString("Lambda-Runtime-Function-Response-Mode");
    static final HttpString ERROR_TYPE = new HttpString("Lambda-Runtime-Function-Error-Type");

    static final HttpString EXTENSION_NAME = new HttpString("Lambda-Extension-Name");
    static final HttpString EXTENSION_FEATURES = new HttpString("Lambda-Extension-Accept-Feature");
    static final HttpString EXTENSION_ID = new HttpString("Lambda-Extension-Identifier");
    static final HttpString EXTENSION_EVENT_ID = new HttpString("Lambda-Extension-Event-Identifier");
    static final HttpString EXTENSION_ERROR_TYPE = new HttpString("Lambda-Extension-Function-Error-Type");

    static final HttpString CONTENT_TYPE = new HttpString("Content-Type");
    static final HttpString CONTENT_TYPE_OPTIONS = new HttpString("X-Content-Type-Options");
    static final HttpString ALLOW = new HttpString("Allow");

    private Fields() {}
}
