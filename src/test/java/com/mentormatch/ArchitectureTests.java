package com.mentormatch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.google.gson.Gson;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mail.Part;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("com.mentormatch");

    @Test
    void timeIsAnArgument() {
        noClasses().should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .check(PRODUCT);
    }

    @Test
    void controllersAreTheModulesOwn() {
        classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate().check(PRODUCT);
    }

    @Test
    void entitiesStayInTheirModule() {
        classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(PRODUCT);
    }

    @Test
    void onlyOnePackageKnowsStripe() {
        noClasses().that()
            .resideOutsideOfPackage("com.mentormatch.payment.stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.stripe..")
            .check(PRODUCT);
    }

    @Test
    void onlyOnePackageKnowsIcal4j() {
        noClasses().that()
            .resideOutsideOfPackage("com.mentormatch.calendar.ical..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("net.fortuna..")
            .check(PRODUCT);
    }

    @Test
    void onlyOnePackageKnowsJollyday() {
        noClasses().that()
            .resideOutsideOfPackage("com.mentormatch.availability.holiday..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.focus_shift..")
            .check(PRODUCT);
    }

    /** Such a stream holds its connection until somebody closes it: sixteen pages later the pool is empty. */
    @Test
    void rowsAreReadAsListsNotAsOpenStreams() {
        noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(PRODUCT);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().that()
            .resideInAPackage("com.mentormatch..")
            .should()
            .haveNameMatching(".*(Service|Manager|Impl|Util|Utils|Helper|DTO|Dto|Entity)")
            .check(PRODUCT);
    }

    /** Headers and attachment names made of what people typed are how mail is forged. */
    @Test
    void onlyOneClassWritesMail() {
        noClasses().that()
            .doNotHaveSimpleName("MailComposer")
            .should()
            .callMethodWhere(target(owner(assignableTo(Part.class))).and(target(nameMatching("set.*|add.*"))))
            .check(PRODUCT);
        noClasses().should().dependOnClassesThat().areAssignableTo(MimeMessageHelper.class).check(PRODUCT);
    }

    /** What calls itself an event of Stripe's is one only after its signature was checked. */
    @Test
    void nobodySkipsTheSignatureOfAWebhook() {
        noClasses().should().callMethodWhere(target(nameMatching(".*WithoutVerification"))).check(PRODUCT);
        noClasses().should()
            .callMethodWhere(target(owner(equivalentTo(Gson.class))).and(target(nameMatching("fromJson.*"))))
            .check(PRODUCT);
    }

    /** A transaction that waits for Stripe keeps a connection, and its locks, for as long as Stripe takes. */
    @Test
    void noTransactionWaitsForStripe() {
        noMethods().that()
            .areAnnotatedWith(Transactional.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Transactional.class)
            .should(callDirectly("com.mentormatch.payment.Till", "com.mentormatch.booking.CheckoutDesk"))
            .check(PRODUCT);
        noClasses().that()
            .resideInAPackage("com.mentormatch.payment.stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.transaction.annotation..", "org.springframework.jdbc..",
                    "jakarta.persistence..")
            .check(PRODUCT);
    }

    @Test
    void noTransactionWaitsForAVenue() {
        noMethods().that()
            .areAnnotatedWith(Transactional.class)
            .or()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Transactional.class)
            .should(callDirectly("com.mentormatch.meeting.Venue"))
            .check(PRODUCT);
        noClasses().that()
            .resideInAPackage("com.mentormatch.meeting.zoom..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.transaction.annotation..", "org.springframework.jdbc..",
                    "jakarta.persistence..")
            .check(PRODUCT);
    }

    private static ArchCondition<JavaMethod> callDirectly(String... types) {
        return new ArchCondition<>("call " + List.of(types)) {

            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getMethodCallsFromSelf()
                    .stream()
                    .filter(call -> List.of(types).contains(call.getTargetOwner().getName()))
                    .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }
}
