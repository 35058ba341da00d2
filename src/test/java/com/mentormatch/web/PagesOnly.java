package com.mentormatch.web;

import com.mentormatch.shared.Site;
import com.mentormatch.shared.TimeNotes;
import com.mentormatch.shared.TimeWords;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;

/** The web module alone: no database, no security chain, no feature. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(controllers = {ZoneController.class,
        ErrorPageController.class}, properties = "mentormatch.base-url=https://mentormatch.example")
@EnableConfigurationProperties(Site.class)
@AutoConfigureMockMvc(addFilters = false)
@Import({Assets.class, ContentPolicy.class, ErrorAdvice.class, ErrorAnswers.class, Faces.class, LayoutAdvice.class,
        PageHeaders.class, PlaceAndZone.class, Problems.class, ViewerZones.class, WebConfiguration.class,
        TimeNotes.class, TimeWords.class})
@interface PagesOnly {}
