// SPDX-License-Identifier: Apache-2.0
//
// A function in C with the runtime that it runs on: sockets, and nothing else.
//
//     cc -O2 -o bootstrap bootstrap.c
//
// It takes "Ada" and answers "Hello, Ada!". The word is the function's variable GREETING, if there is one.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#define API "/2018-06-01/runtime/"
#define MOST (6 * 1024 * 1024 + 1024) /* what an event or an answer may have, and room for a few words */

static FILE *to_lambda, *from_lambda;
static char event[MOST], answer[MOST];

/* Lambda starts a runtime anew that exits: better than one that goes on with what it does not understand. */
static void give_up(const char *why) {
    fprintf(stderr, "giving up: %s\n", why);
    exit(1);
}

static void connect_to_lambda(void) {
    const char *api = getenv("AWS_LAMBDA_RUNTIME_API");
    char host[64] = "";
    unsigned short port = 0;
    if (api == NULL || sscanf(api, "%63[^:]:%hu", host, &port) != 2) give_up("AWS_LAMBDA_RUNTIME_API is not host:port");
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    inet_pton(AF_INET, host, &address.sin_addr);
    int line = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(line, (struct sockaddr *)&address, sizeof address) != 0) give_up("nobody listens there");
    from_lambda = fdopen(line, "r");
    to_lambda = fdopen(dup(line), "w");
}

/* Headers have any case. */
static const char *value_of(const char *name, const char *header) {
    size_t length = strlen(name);
    return strncasecmp(name, header, length) == 0 && header[length] == ':' ? header + length + 1 : NULL;
}

static size_t take(char *into, size_t length) {
    if (length >= MOST || fread(into, 1, length, from_lambda) != length) give_up("a body ended too early");
    return length;
}

/* Large events come in pieces, each after its length. */
static size_t take_chunks(char *into) {
    char line[64];
    size_t length = 0, chunk;
    do {
        if (fgets(line, sizeof line, from_lambda) == NULL) give_up("a chunk is missing");
        chunk = strtoul(line, NULL, 16);
        if (chunk >= MOST - length) give_up("an event is too large");
        length += take(into + length, chunk);
        fgets(line, sizeof line, from_lambda);
    } while (chunk > 0);
    return length;
}

/* Reads a reply and gives its status; its body is in the event then, and the request id where one is asked for. */
static int hear(char *request) {
    static char line[64 * 1024];
    int status = 0, chunked = 0;
    size_t length = 0;
    const char *value;
    if (fgets(line, sizeof line, from_lambda) == NULL || sscanf(line, "HTTP/1.1 %d", &status) != 1) give_up("no reply");
    while (fgets(line, sizeof line, from_lambda) != NULL && strcmp(line, "\r\n") != 0) {
        if ((value = value_of("Content-Length", line))) length = strtoul(value, NULL, 10);
        if ((value = value_of("Transfer-Encoding", line))) chunked = strstr(value, "chunked") != NULL;
        if (request && (value = value_of("Lambda-Runtime-Aws-Request-Id", line))) sscanf(value, "%63s", request);
    }
    length = chunked ? take_chunks(event) : take(event, length);
    event[length] = '\0';
    return status;
}

static int next_event(char *request) {
    fprintf(to_lambda, "GET " API "invocation/next HTTP/1.1\r\nHost: lambda\r\n\r\n");
    fflush(to_lambda);
    return hear(request);
}

static int post(const char *path, const char *headers, const char *body) {
    fprintf(to_lambda, "POST " API "%s HTTP/1.1\r\nHost: lambda\r\n%sContent-Length: %zu\r\n\r\n", path, headers, strlen(body));
    fputs(body, to_lambda);
    fflush(to_lambda);
    return hear(NULL);
}

static int post_error(const char *path, const char *type, const char *message) {
    char header[128], body[256];
    snprintf(header, sizeof header, "Lambda-Runtime-Function-Error-Type: %s\r\n", type);
    snprintf(body, sizeof body, "{\"errorType\": \"%s\", \"errorMessage\": \"%s\", \"stackTrace\": []}", type, message);
    return post(path, header, body);
}

/* The function: a JSON string in, a JSON string out; or nothing, if there is nobody to greet. */
static int greet(const char *greeting) {
    size_t length = strlen(event);
    if (length < 2 || event[0] != '"' || event[length - 1] != '"') return 0;
    snprintf(answer, sizeof answer, "\"%s, %.*s!\"", greeting, (int)length - 2, event + 1);
    return 1;
}

static void serve(const char *greeting) {
    char request[64] = "", path[128];
    if (next_event(request) != 200) give_up("no event");
    printf("serving %.40s\n", event);
    if (greet(greeting)) {
        snprintf(path, sizeof path, "invocation/%s/response", request);
        post(path, "", answer);
    } else {
        snprintf(path, sizeof path, "invocation/%s/error", request);
        post_error(path, "Function.BadEvent", "nobody to greet");
    }
}

/* Lambda gives a runtime 300 ms to leave, and only if there is an extension. */
static void leave(int signal) {
    static const char words[] = "leaving as I was told\n";
    (void)signal;
    _exit(write(STDOUT_FILENO, words, sizeof words - 1) < 0);
}

int main(void) {
    const char *greeting = getenv("GREETING") ? getenv("GREETING") : "Hello";
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGTERM, leave);
    connect_to_lambda();
    if (strlen(greeting) == 0) {
        post_error("init/error", "Function.NoGreeting", "GREETING is empty");
        return 1;
    }
    for (;;) serve(greeting);
}
