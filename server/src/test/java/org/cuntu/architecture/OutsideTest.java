package org.cuntu.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What the program may reach outside itself. A request made on a caller's word (SSRF) needs a class that makes requests: those
 * that may are named here. Parsers that would follow a document out of itself (XXE), and objects out of bytes, are nobody's.
 */
@AnalyzeClasses(packages = "org.cuntu", importOptions = ImportOption.DoNotIncludeTests.class)
class OutsideTest {
    @ArchTest
    static final ArchRule FEW_ASK_A_SERVER_AND_ONLY_WHERE_A_SETTING_SAYS = noClasses()
            .that()
            // speaks to 127.0.0.1 alone, at the port of the home's own run.json
            .doNotHaveFullyQualifiedName("org.cuntu.cli.RunningServer")
            .and()
            // hands heads to the addresses of the setting, whose hosts another setting allows
            .doNotHaveFullyQualifiedName("org.cuntu.platform.audit.internal.UnitWitness")
            .and()
            // the issuer of the setting, and what its description names
            .haveNameNotMatching("org\\.cuntu\\.platform\\.openid\\.internal\\.(Provider|OpenIdProof)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.http.HttpClient")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URL")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URLConnection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web.client..")
            .because("no request of a caller makes the server ask another");

    @ArchTest
    static final ArchRule NOBODY_PARSES_XML_WITH_ENTITIES = noClasses()
            .that()
            // a tree of a matter's process, whose every element was read by StAX before; FlowTextTest sends it entities
            .doNotHaveFullyQualifiedName("org.cuntu.core.cases.internal.flow.FlowText")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml.parsers..", "javax.xml.transform..", "org.xml.sax..", "javax.xml.xpath..")
            .because("an external entity is a way out; a reader of XML that comes is StAX with SUPPORT_DTD off");

    @ArchTest
    static final ArchRule NO_OBJECT_IS_MADE_OUT_OF_BYTES = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream")
            .because("deserialisation runs what the bytes name");

    @ArchTest
    static final ArchRule NO_HANDLER_BEGINS_A_SESSION = noClasses()
            .that()
            .resideOutsideOfPackages("org.cuntu.platform.identity..", "org.cuntu.platform.openid..")
            .and()
            .doNotHaveFullyQualifiedName("org.cuntu.platform.http.SessionId")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.servlet.http.HttpSession")
            .because(
                    "a parameter of that type begins one where there is none; SessionId asks for the one that is there");

    @ArchTest
    static final ArchRule PROCESSES_ARE_STARTED_BY_NAME_ALONE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.cuntu.platform.database.PostgresTools")
            .and()
            .doNotHaveFullyQualifiedName("org.cuntu.platform.formats.internal.Gdal")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould()
            .callMethod(Runtime.class, "exec", String.class)
            .because(
                    "PostgreSQL's programs get no word of a caller, and GDAL's get file and layer as arguments that no shell reads");
}
