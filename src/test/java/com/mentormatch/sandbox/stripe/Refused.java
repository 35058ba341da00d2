package com.mentormatch.sandbox.stripe;

/** An answer other than 200, in Stripe's words. */
final class Refused extends RuntimeException {

    final int status;
    final String type;
    final String code;
    final String param;
    /** Stripe remembers the answer under the idempotency key only when it had begun to act. */
    final boolean remembered;

    private Refused(int status, String type, String code, String param, String message, boolean remembered) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.code = code;
        this.param = param;
        this.remembered = remembered;
    }

    static Refused parameter(String code, String param, String message) {
        return new Refused(400, "invalid_request_error", code, param, message, false);
    }

    static Refused missing(String param) {
        return parameter("parameter_missing", param, "Missing required param: " + param + ".");
    }

    static Refused state(String code, String message) {
        return new Refused(400, "invalid_request_error", code, null, message, true);
    }

    static Refused notFound(String what, String param, String id) {
        return new Refused(404, "invalid_request_error", "resource_missing", param,
                "No such " + what + ": '" + id + "'", false);
    }

    static Refused noSuchUrl(String method, String path) {
        return new Refused(404, "invalid_request_error", null, null,
                "Unrecognized request URL (" + method + ": " + path
                        + "). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.",
                false);
    }

    static Refused unauthorised(String message) {
        return new Refused(401, "invalid_request_error", null, null, message, false);
    }

    static Refused keyInUse(String key) {
        return new Refused(409, "idempotency_error", "idempotency_key_in_use", null,
                "There is currently another in-progress request using this Idempotent Key (that probably means you "
                        + "submitted twice, and the other request is still going through): " + key
                        + ". Please try again later.",
                false);
    }

    static Refused otherParameters(String key) {
        return new Refused(400, "idempotency_error", null, null,
                "Keys for idempotent requests can only be used with the same parameters they were first used with. "
                        + "Try using a key other than '" + key + "' if you meant to execute a different request.",
                false);
    }

    static Refused tooMany() {
        return new Refused(429, "invalid_request_error", "rate_limit", null,
                "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.",
                false);
    }

    static Refused broken(int status) {
        return new Refused(status, "api_error", null, null,
                "An unknown error occurred. Please try again or contact support@stripe.com if the problem persists.",
                false);
    }

    Thing body(String requestId) {
        var error = new Thing();
        if (code != null)
            error.with("code", code).with("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        error.with("message", getMessage());
        if (param != null)
            error.with("param", param);
        error.with("request_log_url", "https://dashboard.stripe.com/test/logs/" + requestId).with("type", type);
        return new Thing().with("error", error);
    }
}
