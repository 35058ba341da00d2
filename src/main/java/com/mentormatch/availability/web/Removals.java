package com.mentormatch.availability.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page after a removal needs to take it back. */
final class Removals {

    /**
     * A removal that asks first.
     *
     * @param action where it is done
     * @param back   the page it was asked on
     */
    record Removal(String what, String action, String back) {}

    private Removals() {}

    /** @param fields of the form that makes the same again at that address; empty where it cannot be made again */
    static void offerUndo(RedirectAttributes next, String what, String address, Map<String, String> fields) {
        next.addFlashAttribute("undoWhat", what);
        next.addFlashAttribute("undoAt", address);
        next.addFlashAttribute("undo", new LinkedHashMap<>(fields));
    }
}
