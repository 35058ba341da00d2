package com.mentormatch.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * A form that cannot be made from what was sent: letters where a number belongs, a token cut in half.
 *
 * <p>What a person can type wrong is theirs to correct. Such a field has a sentence under {@code typeMismatch}, for its
 * type or for itself; the form is then made without it, the field is null and carries the sentence as an error, and the
 * page shows again what was typed. Its component is therefore a type that can be null. What nobody types has no
 * sentence: wrong, it is bad input as a whole. Left alone, a controller that takes errors would fail, with nothing in
 * the model to mark them on or to show again.
 */
@Component
class UnreadableForms implements BeanPostProcessor {

    private final ObjectProvider<MessageSource> sentences;

    UnreadableForms(ObjectProvider<MessageSource> sentences) {
        this.sentences = sentences;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter && adapter.getArgumentResolvers() != null) {
            adapter.setArgumentResolvers(adapter.getArgumentResolvers()
                .stream()
                .map(resolver -> resolver instanceof ServletModelAttributeMethodProcessor forms
                        ? new Readable(forms, sentences)
                        : resolver)
                .toList());
        }
        return bean;
    }

    private record Readable(ServletModelAttributeMethodProcessor forms,
            ObjectProvider<MessageSource> sentences) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return forms.supportsParameter(parameter);
        }

        @Override
        public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer page,
                NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
            var form = made(parameter, page, request, binders);
            var name = ModelFactory.getNameForParameter(parameter);
            if (page == null || binders == null || !unmade(page, name)) {
                return form;
            }
            var unreadable = errors(page, name).getFieldErrors()
                .stream()
                .filter(FieldError::isBindingFailure)
                .collect(Collectors.toMap(FieldError::getField, error -> error, (first, _) -> first));
            if (!unreadable.values().stream().allMatch(this::correctable)) {
                throw new BindException(errors(page, name));
            }
            page.getModel().remove(name);
            form = forms.resolveArgument(parameter, page, without(unreadable.keySet(), request), binders);
            if (unmade(page, name)) {
                throw new BindException(errors(page, name));
            }
            var all = binders.createBinder(request, form, name).getBindingResult();
            unreadable.values().forEach(all::addError);
            errors(page, name).getAllErrors()
                .stream()
                .filter(error -> !about(error, unreadable))
                .forEach(all::addError);
            page.removeAttributes(all.getModel()).addAllAttributes(all.getModel());
            return form;
        }

        /** Fields no form has, like {@code hours[x]} or {@code hours[-1]}, are bad input and no failure of ours. */
        private @Nullable Object made(MethodParameter parameter, @Nullable ModelAndViewContainer page,
                NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
            try {
                return forms.resolveArgument(parameter, page, request, binders);
            } catch (IndexOutOfBoundsException | NumberFormatException | InvalidPropertyException invented) {
                throw new BadRequest();
            }
        }

        private static boolean unmade(ModelAndViewContainer page, String name) {
            return page.getModel().get(BindingResult.MODEL_KEY_PREFIX + name) instanceof BindingResult errors
                    && errors.hasErrors() && errors.getTarget() == null;
        }

        private static BindingResult errors(ModelAndViewContainer page, String name) {
            return (BindingResult) page.getModel().get(BindingResult.MODEL_KEY_PREFIX + name);
        }

        private static boolean about(ObjectError error, Map<String, FieldError> fields) {
            return error instanceof FieldError one && fields.containsKey(one.getField());
        }

        /** Spring's own words for it name types, so they do not count. */
        private boolean correctable(FieldError error) {
            var asked = new FieldError(error.getObjectName(), error.getField(), null, true, error.getCodes(),
                    error.getArguments(), null);
            try {
                sentences.getObject().getMessage(asked, Locale.ROOT);
                return true;
            } catch (NoSuchMessageException technical) {
                return false;
            }
        }

        private static NativeWebRequest without(Set<String> fields, NativeWebRequest request) {
            return new ServletWebRequest(new Without(request.getNativeRequest(HttpServletRequest.class), fields),
                    request.getNativeResponse(HttpServletResponse.class));
        }
    }

    /** A request that lacks some of its fields. */
    private static final class Without extends HttpServletRequestWrapper {

        private final Map<String, String[]> left;

        Without(HttpServletRequest request, Set<String> fields) {
            super(request);
            this.left = new HashMap<>(request.getParameterMap());
            this.left.keySet().removeAll(fields);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(left);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(left.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return left.get(name);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = left.get(name);
            return values == null ? null : values[0];
        }
    }
}
