// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import org.apiguardian.api.API;

/**
 * What a caller sends with an invocation: the payload and what goes beside it, as a value.
 *
 * <pre>{@code
 * lambda.invoke(InvokeRequest.of("{}").tenant("blue").clientContext("{\"custom\":{}}"));
 * }</pre>
 *
 * @param payload the event
 * @param qualifier a version or alias; empty for none
 * @param traceId the X-Ray trace header; empty lets Lambda make one
 * @param clientContext the client context as JSON text; empty for none
 * @param cognitoIdentity the Cognito identity as JSON text; empty for none
 * @param tenant the tenant; empty for none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record InvokeRequest(
        Payload payload,
        String qualifier,
        String traceId,
        String clientContext,
        String cognitoIdentity,
        String tenant) {

    /** With that event and nothing beside it. */
    public static InvokeRequest of(String json) {
        return of(Payload.of(json));
    }

    /** With that event and nothing beside it. */
    public static InvokeRequest of(Payload payload) {
        return new InvokeRequest(payload, "", "", "", "", "");
    }

    /** Addressed to that version or alias. */
    public InvokeRequest qualifier(String versionOrAlias) {
        return new InvokeRequest(payload, versionOrAlias, traceId, clientContext, cognitoIdentity, tenant);
    }

    /** With that X-Ray trace header. */
    public InvokeRequest traceId(String header) {
        return new InvokeRequest(payload, qualifier, header, clientContext, cognitoIdentity, tenant);
    }

    /** With that client context, as JSON text. */
    public InvokeRequest clientContext(String json) {
        return new InvokeRequest(payload, qualifier, traceId, json, cognitoIdentity, tenant);
    }

    /** With that Cognito identity, as JSON text. */
    public InvokeRequest cognitoIdentity(String json) {
        return new InvokeRequest(payload, qualifier, traceId, clientContext, json, tenant);
    }

    /** For that tenant. */
    public InvokeRequest tenant(String id) {
        return new InvokeRequest(payload, qualifier, traceId, clientContext, cognitoIdentity, id);
    }
}
