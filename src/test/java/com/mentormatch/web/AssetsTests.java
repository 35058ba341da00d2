package com.mentormatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

@PagesOnly
class AssetsTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Assets assets;

    @Autowired
    ApplicationContext context;

    @Test
    void noLinkWalksTheResourceChain() {
        assertThat(context.getBeanNamesForType(ResourceUrlEncodingFilter.class)).isEmpty();
        assertThat(mvc.get().uri("/zone")).bodyText().contains("href=\"" + assets.url("css/tokens.css") + "\"");
    }

    @Test
    void filesAreKeptForEver() {
        for (var file : new String[]{"css/tokens.css", "js/app.js", "htmx.min.js", "font/instrument-sans-latin.woff2",
                "icon/icons.svg"}) {
            assertThat(mvc.get().uri(assets.url(file))).as(file)
                .hasStatusOk()
                .headers()
                .hasValue("Cache-Control", "max-age=31536000, public, immutable");
        }
    }

    @Test
    void anotherVersionsAddressGetsWhatThereIsAndIsAskedForAgain() {
        assertThat(mvc.get().uri("/assets/0123456789ab/css/tokens.css")).hasStatusOk()
            .headers()
            .hasValue("Cache-Control", "no-cache");
    }

    @Test
    void nothingElseIsServed() {
        for (var path : new String[]{"css/none.css", "../application.properties", "..%2fapplication.properties",
                "css/../../application.properties", ""}) {
            assertThat(mvc.get().uri(java.net.URI.create(assets.url(path)))).as(path).hasStatus(404);
            assertThat(mvc.get().uri(java.net.URI.create("/assets/other/" + path))).as(path).hasStatus(404);
        }
    }

    @Test
    void everyStylesheetIsLinkedAndTheOrderOfLayersComesFirst() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:/static/css/*.css");
        assertThat(assets.stylesheets().lines()).hasSize(files.length).first().asString().contains("css/layers.css");
    }

    @Test
    void theDigestIsTheFilesOwn() throws IOException {
        assertThat(new Assets(new PathMatchingResourcePatternResolver()).base()).isEqualTo(assets.base());
    }
}
