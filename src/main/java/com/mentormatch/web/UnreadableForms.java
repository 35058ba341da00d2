package com.mentormatch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * A form that cannot be made from what was sent, letters where the page has a number field, is bad input. Left alone,
 * a controller that takes errors would fail: there is nothing in the model to mark them on or to show again.
 */
@Component
class UnreadableForms implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter && adapter.getArgumentResolvers() != null) {
            adapter.setArgumentResolvers(adapter.getArgumentResolvers()
                .stream()
                .map(resolver -> resolver instanceof ServletModelAttributeMethodProcessor forms
                        ? new Readable(forms)
                        : resolver)
                .toList());
        }
        return bean;
    }

    private record Readable(ServletModelAttributeMethodProcessor forms) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return forms.supportsParameter(parameter);
        }

        @Override
        public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer page,
                NativeWebRequest request, @Nullable WebDataBinderFactory binders) throws Exception {
            var form = forms.resolveArgument(parameter, page, request, binders);
            if (page != null
                    && page.getModel()
                        .get(BindingResult.MODEL_KEY_PREFIX
                                + ModelFactory.getNameForParameter(parameter)) instanceof BindingResult errors
                    && errors.hasErrors() && errors.getTarget() == null) {
                throw new BindException(errors);
            }
            return form;
        }
    }
}
