package com.mentormatch;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.mail.Part;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Controller;

class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter().withImportOption(
            new ImportOption.DoNotIncludeTests()).importPackages("com.mentormatch");

    @Test
    void timeIsAnArgument() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class,
                "now").orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class,
                        "now").orShould().callMethod(System.class, "currentTimeMillis").check(PRODUCT);
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
        noClasses().that().resideOutsideOfPackage(
                "com.mentormatch.payment.stripe..").should().dependOnClassesThat().resideInAPackage(
                        "com.stripe..").check(PRODUCT);
    }

    @Test
    void onlyOnePackageKnowsIcal4j() {
        noClasses().that().resideOutsideOfPackage(
                "com.mentormatch.calendar.ical..").should().dependOnClassesThat().resideInAPackage(
                        "net.fortuna..").check(PRODUCT);
    }

    /** Such a stream holds its connection until somebody closes it: sixteen pages later the pool is empty. */
    @Test
    void rowsAreReadAsListsNotAsOpenStreams() {
        noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(PRODUCT);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses().that().resideInAPackage("com.mentormatch..").should().haveNameMatching(
                ".*(Service|Manager|Impl|Util|Utils|Helper|DTO|Dto|Entity)").check(PRODUCT);
    }

    /** Headers and attachment names made of what people typed are how mail is forged. */
    @Test
    void onlyOneClassWritesMail() {
        noClasses().that().doNotHaveSimpleName("MailComposer").should().callMethodWhere(target(owner(assignableTo(
                Part.class))).and(target(nameMatching("set.*|add.*")))).check(PRODUCT);
        noClasses().should().dependOnClassesThat().areAssignableTo(MimeMessageHelper.class).check(PRODUCT);
    }
}
