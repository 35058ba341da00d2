package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

@ControllerAdvice
class LayoutAdvice {

    private final List<LayoutAttributes> attributes;

    LayoutAdvice(List<LayoutAttributes> attributes) {
        this.attributes = attributes;
    }

    @ModelAttribute
    void layout(Model model, HttpServletRequest request) {
        for (var part : attributes) {
            part.addTo(model.asMap(), request);
        }
    }
}
