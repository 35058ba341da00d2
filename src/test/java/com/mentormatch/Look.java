package com.mentormatch;

import com.mentormatch.account.Role;
import com.mentormatch.mentor.*;
import com.mentormatch.shared.*;
import com.mentormatch.availability.*;
import com.mentormatch.booking.*;
import com.mentormatch.testing.*;
import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@IntegrationTest
class Look {
    @Autowired
    MockMvcTester mvc;
    @Autowired
    Cast cast;
    @Autowired
    Market market;
    @Autowired
    EditProfile profiles;

    void save(String name, String uri, Actor as) throws Exception {
        var r = mvc.get().uri(uri).accept(org.springframework.http.MediaType.TEXT_HTML).cookie(
                new jakarta.servlet.http.Cookie("zone", "America/New_York"));
        if (as != null)
            r = r.with(as.login());
        var res = r.exchange().getMvcResult();
        System.out.println("LOOK " + name + " " + res.getResponse().getStatus() + " " + res.getResponse().getHeader(
                "Location") + " " + res.getResolvedException());
        Files.createDirectories(Path.of("target/gallery"));
        Files.write(Path.of("target/gallery/" + name + ".html"), res.getResponse().getContentAsByteArray());
    }

    @Test
    void look() throws Exception {
        var mentee = cast.person("Nora Lindqvist", Role.MEMBER);
        var mentor = market.mentor();
        var free = market.offer(mentor, OfferKind.TRIAL, 15, 0, Confirmation.INSTANT);
        var paid = market.offer(mentor, 4500, Confirmation.REQUEST);
        var freeReq = market.offer(mentor, 0, Confirmation.REQUEST);
        var inst = market.offer(mentor, 4500, Confirmation.INSTANT);
        var booked = market.book(mentee.viewer(), free, market.starts(free).get(3));
        var requested = market.book(mentee.viewer(), freeReq, market.starts(freeReq).get(9));
        var mentee2 = cast.person("João da Conceição Vasconcelos de Albuquerque", Role.MEMBER);
        var unpaid = market.book(mentee2.viewer(), paid, market.starts(paid).get(20));
        save("booked", "/bookings/" + booked, mentee);
        save("requested", "/bookings/" + requested, mentee);
        save("requested-mentor", "/bookings/" + requested, mentor);
        save("unpaid", "/bookings/" + unpaid, mentee2);
        save("bookings", "/bookings", mentee);
        save("bookings-empty", "/bookings", cast.stranger());
        save("home-mentor", "/home", mentor);
        save("home-mentee", "/home", mentee);
        save("requests", "/mentor/requests", mentor);
        save("new", "/bookings/new?offer=" + inst.id() + "&start=" + market.starts(inst).get(30), mentee2);
        save("availability", "/mentor/availability", mentor);
        save("landing", "/", null);
        save("browse", "/mentors", null);
        save("mentors-offers", "/mentor/offers", mentor);
        save("own-profile", "/mentor/profile", mentor);
        save("offer-new", "/mentor/offers/new", mentor);
        save("signin", "/sign-in", null);
        save("signup", "/sign-up", null);
        save("account", "/account", mentee);
        save("forgot", "/password/forgot", null);
        save("settings", "/account", mentor);
        save("verify", "/verify?token=abc", null);
        save("reset", "/password/reset?token=abc", null);
        save("offer", "/mentor/offers/" + paid.id(), mentor);
        save("error404", "/nowhere/else", mentee);
        save("zone", "/zone", mentee);
        var jdbc = org.springframework.test.util.ReflectionTestUtils.getField(cast, "jdbc");
        var slug = ((org.springframework.jdbc.core.simple.JdbcClient) jdbc).sql(
                "select slug from mentor order by slug limit 1").query(String.class).single();
        save("profile", "/mentors/" + slug, null);
        save("times", "/mentors/" + slug + "/times", mentee2);
    }
}
