package com.mentormatch.admin;

import com.mentormatch.account.AccountSearch;
import com.mentormatch.account.AccountSearch.Shelf;
import com.mentormatch.account.SignedIn;
import com.mentormatch.mentor.Mentors;
import com.mentormatch.web.Address;
import com.mentormatch.web.ViewerZone;
import com.mentormatch.web.Views;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody with an account, the newest first. */
@Controller
class AccountsController {

    private static final int PAGE = 25;
    private static final String PATH = "/admin/accounts";

    private final AccountSearch search;
    private final Mentors mentors;

    AccountsController(AccountSearch search, Mentors mentors) {
        this.search = search;
        this.mentors = mentors;
    }

    @GetMapping(PATH)
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "ALL") Shelf show,
            @RequestParam(required = false) String after, SignedIn viewer, ViewerZone zone, HtmxRequest htmx,
            Model model) {
        var found = search.find(viewer, q, show, after, PAGE);
        var here = Address.of(PATH).with("q", q).with("show", show == Shelf.ALL ? null : show);
        model.addAttribute("found", found);
        model.addAttribute("mentors",
                mentors.summaries(found.accounts().stream().map(account -> account.person().id()).toList()));
        model.addAttribute("q", q);
        model.addAttribute("show", show);
        model.addAttribute("first", after == null ? null : here.toString());
        model.addAttribute("next", found.more() == null ? null : here.with("after", found.more()).toString());
        model.addAttribute("zone", zone.zone());
        return Views.of(htmx, "admin/accounts", "admin/_accounts");
    }
}
