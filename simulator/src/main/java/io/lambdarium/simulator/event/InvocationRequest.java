// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/**
 * What an invocation asks for, without its payload. An empty text stands for what the caller left out.
 *
 * @param requestId the id that runtime, extensions, logs and caller share
 * @param functionArn the function as it was addressed
 * @param traceId the X-Ray trace header
 * @param clientContext the client context, as JSON text
 * @param cognitoIdentity the Cognito identity, as JSON text
 * @param tenantId the tenant
 * @param contentType the type of the payload
 * @param size the number of payload bytes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record InvocationRequest(
        String requestId,
        String functionArn,
        String traceId,
        String clientContext,
        String cognitoIdentity,
        String tenantId,
        String contentType,
        long size) {}
