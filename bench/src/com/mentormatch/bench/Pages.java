package com.mentormatch.bench;

import java.io.IOException;
import java.util.regex.Pattern;

/** What has to be looked up on pages before they can be measured. */
final class Pages {

    private static final Pattern MORE = Pattern.compile("href=\"(/mentors\\?[^\"]*after=[^\"]*)\"");

    private Pages() {}

    /** The address of a page that many steps after the first. */
    static String deep(String first, int pages) throws IOException, InterruptedException {
        var site = first.substring(0, first.indexOf('/', 8));
        var path = first.substring(site.length());
        for (var page = 1; page < pages; page++) {
            var next = MORE.matcher(Http.text(site + path));
            if (!next.find()) {
                throw new IllegalStateException("There is no page after " + path);
            }
            path = next.group(1).replace("&amp;", "&");
        }
        return site + path;
    }
}
