package com.mentormatch.web;

import com.mentormatch.shared.Site;
import com.mentormatch.shared.TimeNotes;
import com.mentormatch.shared.TimeWords;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@Configuration
class WebConfiguration implements WebMvcConfigurer {

    private static final String STATIC = "classpath:/static/";

    private final Assets assets;
    private final ViewerZones zones;
    private final PageHeaders headers;

    WebConfiguration(Assets assets, ViewerZones zones, PageHeaders headers) {
        this.assets = assets;
        this.zones = zones;
        this.headers = headers;
    }

    /** Variables of every template, because where addresses are built Thymeleaf allows no {@code @bean}. */
    @Autowired
    void nameVariables(ThymeleafViewResolver views, Faces faces, TimeWords times, TimeNotes notes, Site site) {
        views.addStaticVariable("assets", assets);
        views.addStaticVariable("faces", faces);
        views.addStaticVariable("times", times);
        views.addStaticVariable("notes", notes);
        views.addStaticVariable("site", site);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.base() + "**")
            .addResourceLocations(STATIC, assets.htmxFolder())
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler(Assets.PATH + "**")
            .addResourceLocations(STATIC, assets.htmxFolder())
            .setCacheControl(CacheControl.noCache())
            .resourceChain(false)
            .addResolver(new AnyVersion());
        registry.addResourceHandler("/favicon.ico")
            .addResourceLocations(STATIC)
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(zones);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(headers).excludePathPatterns(Assets.PATH + "**");
        registry.addInterceptor(new FormsInPlace());
    }

    /**
     * While a new version rolls out, an old page asks a new node for the old digest, or the other way round. It gets
     * what there is, to be asked for again next time.
     */
    private static class AnyVersion extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            return super.getResource(path.substring(path.indexOf('/') + 1), location);
        }
    }

}
