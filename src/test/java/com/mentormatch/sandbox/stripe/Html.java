package com.mentormatch.sandbox.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

import com.sun.net.httpserver.HttpExchange;

/** The stand-in's own small pages: plain HTML, one style, no script. */
public final class Html {

    private static final String STYLE = """
            :root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1a1f36;--soft:#5b6478;--line:#dfe3ea;--go:#0b5c4a;--no:#a3291f}
            @media(prefers-color-scheme:dark){:root{--bg:#14161c;--card:#1e222b;--ink:#f0f2f7;--soft:#a9b1c3;--line:#353b49;--go:#2a8f76;--no:#f08a80}}
            *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
            main{max-width:30rem;margin:0 auto;padding:2rem 1rem 4rem}main.wide{max-width:72rem}
            .mode{display:inline-block;background:#ffde9f;color:#4a2d00;border-radius:4px;padding:.1rem .5rem;font-size:.8rem;font-weight:650;letter-spacing:.03em}
            .card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:1.5rem;margin-top:1rem;box-shadow:0 6px 24px #0000000f}
            h1{font-size:1.15rem;font-weight:600;margin:.6rem 0 0}h2{font-size:1rem;margin:2rem 0 .5rem}p{margin:.5rem 0;color:var(--soft)}
            .price{font-size:2.4rem;font-weight:680;font-variant-numeric:tabular-nums;color:var(--ink);margin:.2rem 0}
            .fake{border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem;display:flex;justify-content:space-between;font-variant-numeric:tabular-nums;margin:1rem 0}
            .alert{color:var(--no);font-weight:600}
            button{font:inherit;font-weight:600;min-height:44px;border-radius:8px;border:1px solid var(--line);background:transparent;color:inherit;padding:.4rem 1rem;cursor:pointer}
            .card form{margin-top:.6rem}.card form button{width:100%}.card form.row button{width:auto}button.go{background:var(--go);border-color:var(--go);color:#fff}
            button:focus-visible,a:focus-visible{outline:3px solid #7aa7ff;outline-offset:2px}
            table{border-collapse:collapse;width:100%;font-size:.85rem}td,th{text-align:left;padding:.35rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
            .scroll{overflow-x:auto}code{font-size:.85em;overflow-wrap:anywhere}.row{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
            select,input{font:inherit;min-height:44px;border-radius:8px;border:1px solid var(--line);background:var(--card);color:inherit;padding:.3rem .6rem}
            """;

    private Html() {}

    public static void page(HttpExchange exchange, int status, String title, String kind, String main)
            throws IOException {
        var html = """
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
                <title>%s</title><style>%s</style></head><body><main class="%s">%s</main></body></html>
                """.formatted(escape(title), STYLE, kind, main);
        var body = html.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    public static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    public static String escape(Object text) {
        return String.valueOf(text)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    }

    /** A form of nothing but a button. */
    static String button(String action, String name, String value, String label) {
        return """
                <form method="post" action="%s"><input type="hidden" name="%s" value="%s"><button>%s</button></form>
                """.formatted(action, name, escape(value), escape(label));
    }

    static String money(long minor, String currency) {
        var known = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        return known.getCurrencyCode() + " "
                + BigDecimal.valueOf(minor, known.getDefaultFractionDigits()).toPlainString();
    }
}
