package org.cuntu.core.rules.internal;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction.Overload.Arithmetic;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.standard.AddOperator.AddOverload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.cuntu.core.rules.Facts;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.core.rules.Project;
import org.cuntu.core.rules.ProjectFacts;
import org.cuntu.core.rules.Rule;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerSchema;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a rule's expressions. What they may see is declared with its type, so a misspelt name or a comparison of a
 * text with a number stops the start. Bounds: 4,000 code points, 500 nodes, 32 levels, 100,000 turns of a comprehension,
 * regular expressions of 200 instructions;
 * no function makes a text or list longer than its parts.
 *
 * <p>Values: TEXT and DATE are strings (a date as yyyy-mm-dd, nothing as ""), INTEGER int, DECIMAL double; a number that
 * is not there cannot be read and leaves the rule undecided.
 */
final class CelTests {
    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(4_000)
            .maxParseExpressionNodeCount(500)
            .maxParseRecursionDepth(32)
            .comprehensionMaxIterations(100_000)
            .maxRegexProgramSize(200)
            .enableHeterogeneousNumericComparisons(true)
            .errorOnIntWrap(true)
            .build();
    /** Reading only: what joins, repeats or replaces text could double it with every turn until memory is gone. */
    private static final CelStringExtensions STRINGS = CelExtensions.strings(
            Function.CHAR_AT,
            Function.INDEX_OF,
            Function.LAST_INDEX_OF,
            Function.LOWER_ASCII,
            Function.SPLIT,
            Function.SUBSTRING,
            Function.TRIM,
            Function.UPPER_ASCII);
    /** {@code +} of texts, bytes and lists doubles as well; of numbers it stays. */
    private static final Set<?> DOUBLING = Set.of(
            Arithmetic.ADD_STRING,
            Arithmetic.ADD_BYTES,
            Arithmetic.ADD_LIST,
            AddOverload.ADD_STRING,
            AddOverload.ADD_BYTES,
            AddOverload.ADD_LIST);

    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .setStandardEnvironmentEnabled(false)
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .filterFunctions((function, overload) -> !DOUBLING.contains(overload))
                    .build())
            .addLibraries(STRINGS)
            .addFunctionBindings(
                    CelFunctionBinding.from("ha_int", Long.class, hectares -> Math.multiplyExact(hectares, 1_000_000L)),
                    CelFunctionBinding.from("m2_int", Long.class, metres -> Math.multiplyExact(metres, 100L)))
            .build();

    /** What is said of the project and its site, and of the leaves of a layer: the same names for every rule. */
    private static final CelCompiler ABOUT = site(withProject(compiler())).build();

    private static final CelCompiler LEAVES =
            leaves(site(withProject(compiler()))).build();

    /** Nearly all rules ask {@code area > 0}; a compilation takes milliseconds, most of them to declare the standard functions. */
    private static final Map<String, CelProgram> ABOUT_COMPILED = lately();

    private static final Map<String, CelProgram> LEAVES_COMPILED = lately();

    private CelTests() {}

    private static Map<String, CelProgram> lately() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CelProgram> eldest) {
                return size() > 500;
            }
        });
    }

    /** The three expressions of a rule. */
    record Sources(String appliesTo, String where, String when) {}

    static Rule.Tests compile(String rule, Sources sources, LayerSchema layer, Map<String, Object> settings)
            throws CelValidationException {
        CelProgram appliesTo = program(ABOUT, ABOUT_COMPILED, sources.appliesTo());
        CelProgram when = program(LEAVES, LEAVES_COMPILED, sources.when());
        CelProgram where =
                program(() -> withFields(withProject(compiler()), layer).build(), sources.where());
        return new Compiled(rule, appliesTo, where, when, settings);
    }

    /** One test of a feature's fields alone, with {@code present}: the codes of the fields that hold something. */
    static FieldTest compileFields(String name, String source, LayerSchema layer) throws CelValidationException {
        CelProgram program = program(
                () -> withFields(compiler(), layer)
                        .addVar("present", ListType.create(SimpleType.STRING))
                        .build(),
                source);
        CelLateFunctionBindings none =
                CelLateFunctionBindings.from(CelFunctionBinding.from("setting_string", String.class, setting -> {
                    throw new IllegalArgumentException("no setting here: " + setting);
                }));
        return values -> {
            try {
                return program.test(
                        field -> field.equals("present") ? present(values) : given(layer, field, values), none);
            } catch (CelEvaluationException e) {
                throw new Rule.Undecided(name, e);
            }
        };
    }

    private static List<String> present(Map<String, @Nullable Object> values) {
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A text that is not there is empty. */
    private static @Nullable Object given(LayerSchema layer, String field, Map<String, @Nullable Object> values) {
        Object value = celValue(values.get(field));
        int index = layer.indexOf(field);
        boolean text = index >= 0 && type(layer.fields().get(index).type()) == SimpleType.STRING;
        return value == null && text ? "" : value;
    }

    static CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions((function, overload) -> !DOUBLING.contains(overload))
                        .build())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(STRINGS)
                .setResultType(SimpleType.BOOL)
                .addFunctionDeclarations(
                        function("ha", CelOverloadDecl.newGlobalOverload("ha_int", SimpleType.INT, SimpleType.INT)),
                        function("m2", CelOverloadDecl.newGlobalOverload("m2_int", SimpleType.INT, SimpleType.INT)),
                        function(
                                "setting",
                                CelOverloadDecl.newGlobalOverload(
                                        "setting_string", SimpleType.DYN, SimpleType.STRING)));
    }

    private static CelFunctionDecl function(String name, CelOverloadDecl overload) {
        return CelFunctionDecl.newFunctionDeclaration(name, overload);
    }

    private static CelCompilerBuilder withProject(CelCompilerBuilder compiler) {
        return compiler.addVar("project.kind", SimpleType.STRING)
                .addVar("project.purpose", SimpleType.STRING)
                .addVar("project.level", SimpleType.STRING)
                .addVar("project.appliedOn", SimpleType.STRING)
                .addVar("project.documents", ListType.create(SimpleType.STRING))
                .addVar("project.activity", SimpleType.INT)
                .addVar("project.newConstruction", SimpleType.STRING)
                .addVar("project.listItem", SimpleType.STRING)
                .addVar("project.conversion", SimpleType.STRING)
                .addVar("project.mining", SimpleType.STRING)
                .addVar("project.months", SimpleType.INT)
                .addVar("project.boundaryChange", SimpleType.STRING)
                .addVar("project.floorAreaRatio", SimpleType.DOUBLE)
                .addVar("project.density", SimpleType.DOUBLE)
                .addVar("project.green", SimpleType.DOUBLE)
                .addVar("project.height", SimpleType.DOUBLE)
                .addVar("project.useShare", SimpleType.DOUBLE);
    }

    private static CelCompilerBuilder leaves(CelCompilerBuilder compiler) {
        return compiler.addVar("area", SimpleType.INT)
                .addVar("share", SimpleType.INT)
                .addVar("count", SimpleType.INT)
                .addVar("pieces", ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN)));
    }

    private static CelCompilerBuilder site(CelCompilerBuilder compiler) {
        return compiler.addVar("site.area", SimpleType.INT).addVar("site.plots", SimpleType.INT);
    }

    private static CelCompilerBuilder withFields(CelCompilerBuilder compiler, LayerSchema layer) {
        for (Field field : layer.fields()) compiler.addVar(field.code(), type(field.type()));
        return compiler;
    }

    private static CelType type(Field.Type type) {
        return switch (type) {
            case TEXT, DATE -> SimpleType.STRING;
            case INTEGER -> SimpleType.INT;
            case DECIMAL -> SimpleType.DOUBLE;
        };
    }

    private static CelProgram program(CelCompiler compiler, Map<String, CelProgram> compiled, String source)
            throws CelValidationException {
        CelProgram known = compiled.get(source);
        if (known != null) return known;
        CelProgram made = program(() -> compiler, source);
        compiled.put(source, made);
        return made;
    }

    /** @param compiler asked only when there is something to compile */
    static CelProgram program(Supplier<CelCompiler> compiler, String source) throws CelValidationException {
        if (source.equals("true")) return new CelProgram(List.of(), (facts, settings) -> true);
        CelAbstractSyntaxTree tree = compiler.get().compile(source).getAst();
        if (!tree.getResultType().equals(SimpleType.BOOL)) throw noBoolean(tree);
        List<String> names = tree.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        try {
            return new CelProgram(names, RUNTIME.createProgram(tree)::eval);
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException(source, e);
        }
    }

    /** A value out of {@code pieces} has any type until it is compared. */
    private static CelValidationException noBoolean(CelAbstractSyntaxTree tree) {
        String message =
                "expected type 'bool' but found '" + tree.getResultType().name() + "'";
        return new CelValidationException(tree.getSource(), List.of(CelIssue.formatError(1, 0, message)));
    }

    private static final class Compiled implements Rule.Tests {
        private final String rule;
        private final RememberedAnswers appliesTo;
        private final RememberedAnswers where;
        private final CelProgram when;
        private final CelLateFunctionBindings settings;

        Compiled(String rule, CelProgram appliesTo, CelProgram where, CelProgram when, Map<String, Object> settings) {
            this.rule = rule;
            this.settings = CelLateFunctionBindings.from(CelFunctionBinding.from(
                    "setting_string", String.class, name -> Objects.requireNonNull(settings.get(name), name)));
            this.appliesTo = new RememberedAnswers(appliesTo, this.settings);
            this.where = new RememberedAnswers(where, this.settings);
            this.when = when;
        }

        @Override
        public boolean appliesTo(Facts facts) {
            return test(() -> appliesTo.test(name -> about(facts, name)));
        }

        @Override
        public List<String> whereReads() {
            return where.reads();
        }

        @Override
        public boolean where(Map<String, @Nullable Object> fields, Project project) {
            return test(() -> where.test(name -> isOfProject(name) ? of(project, name) : celValue(fields.get(name))));
        }

        @Override
        public boolean when(Facts facts) {
            return test(() -> when.test(name -> ofLeaves(facts, name), settings));
        }

        private static @Nullable Object ofLeaves(Facts facts, String name) {
            return switch (name) {
                case "area" -> facts.area();
                case "share" -> (long) facts.share();
                case "count" -> (long) facts.pieces().size();
                case "pieces" ->
                    facts.pieces().stream()
                            .map(p -> Map.<String, Object>of("area", p.area(), "fields", celValues(p.fields())))
                            .toList();
                default -> about(facts, name);
            };
        }

        private interface Question {
            boolean answer() throws CelEvaluationException;
        }

        private boolean test(Question question) {
            try {
                return question.answer();
            } catch (CelEvaluationException e) {
                throw new Rule.Undecided(rule, e);
            }
        }

        private static @Nullable Object about(Facts facts, String name) {
            return switch (name) {
                case "site.area" -> facts.siteArea();
                case "site.plots" -> (long) facts.plots();
                default -> of(facts.project(), name);
            };
        }

        private static boolean isOfProject(String name) {
            return name.startsWith("project.");
        }

        private static @Nullable Object of(Project project, String name) {
            ProjectFacts facts = project.facts();
            return switch (name) {
                case "project.kind" -> project.kind();
                case "project.purpose" -> project.purpose();
                case "project.level" -> project.level();
                case "project.appliedOn" -> project.appliedOn() == null ? "" : String.valueOf(project.appliedOn());
                case "project.documents" -> project.documentTypes();
                case "project.activity" -> (long) facts.activity();
                case "project.newConstruction" -> facts.newConstruction();
                case "project.listItem" -> facts.listItem();
                case "project.conversion" -> facts.conversion();
                case "project.mining" -> facts.mining();
                case "project.months" -> (long) facts.months();
                case "project.boundaryChange" -> facts.boundaryChange();
                default -> isOfProject(name) ? celValue(facts.figures().byName().get(name.substring(8))) : null;
            };
        }
    }

    private static Map<String, Object> celValues(Map<String, @Nullable Object> fields) {
        Map<String, Object> seen = new HashMap<>();
        fields.forEach((code, value) -> {
            Object known = celValue(value);
            if (known != null) seen.put(code, known);
        });
        return seen;
    }

    static @Nullable Object celValue(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.doubleValue();
            case LocalDate date -> date.toString();
            case Integer whole -> whole.longValue();
            case null, default -> value;
        };
    }
}
