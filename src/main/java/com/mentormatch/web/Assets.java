package com.mentormatch.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Addresses of static files: {@code /assets/<digest of all of them>/css/card.css}, kept by browsers for ever.
 *
 * <p>
 * The digest is taken once, at start, from the files themselves, so a link costs one concatenation. Spring's own
 * versioned links walk the resource chain for every link of every page, inside a jar 0.2 ms each: it stays off. In
 * templates: {@code ${assets.url('css/card.css')}}.
 */
@Component
public class Assets {

    static final String PATH = "/assets/";

    private static final String STATIC = "/static/";
    private static final String FIRST = "css/layers.css";

    private final String base;
    private final String stylesheets;
    private final String htmx;

    Assets(ResourcePatternResolver resources) throws IOException {
        var files = new TreeMap<String, Resource>();
        for (var file : resources.getResources("classpath:/static/**")) {
            if (file.isReadable()) {
                files.put(pathOf(file.getURI()), file);
            }
        }
        var library = resources.getResources("classpath:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js")[0];
        files.put("htmx.min.js", library);
        this.base = PATH + digest(files) + "/";
        this.stylesheets = stylesheets(List.copyOf(files.keySet()));
        var address = library.getURL().toString();
        this.htmx = address.substring(0, address.lastIndexOf('/') + 1);
    }

    /** @param path below {@code static/}, or {@code htmx.min.js} */
    public String url(String path) {
        return base + path;
    }

    /** Address of one drawing in the sheet of icons, for {@code <use href>}. */
    public String icon(String name) {
        return base + "icon/icons.svg#" + name;
    }

    /**
     * The {@code <link>} of every file in {@code static/css}, ready made: thirty of them built one by one cost a page
     * more than its rows do. The layers decide what wins, so their order is the only one that matters.
     */
    public String stylesheets() {
        return stylesheets;
    }

    String base() {
        return base;
    }

    /** Folder of the webjar that holds {@code htmx.min.js}. */
    String htmxFolder() {
        return htmx;
    }

    private String stylesheets(List<String> files) {
        return files.stream()
            .filter(file -> file.startsWith("css/") && file.endsWith(".css"))
            .sorted(Comparator.comparing((String file) -> !file.equals(FIRST)).thenComparing(file -> file))
            .map(file -> "<link rel=\"stylesheet\" href=\"" + url(file) + "\">")
            .collect(Collectors.joining("\n"));
    }

    private static String pathOf(URI file) {
        var text = file.toString();
        return text.substring(text.lastIndexOf(STATIC) + STATIC.length());
    }

    private static String digest(SortedMap<String, Resource> files) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var file : files.entrySet()) {
                sha.update(file.getKey().getBytes());
                sha.update(file.getValue().getContentAsByteArray());
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
