package dev.berth.source;

import static dev.berth.source.Severity.ERROR;
import static dev.berth.source.Severity.WARNING;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every kind of problem. Ids are public names: people search for them, waivers name them, so they never change.
 * Each is described in {@code src/docs/problems.md} and raised by a case under {@code src/test/resources/cases}.
 *
 * <p>V: reading value files. P: planning. W: writing. M: rendered manifests. F: objects of Flux.
 * U: values of charts of others. B: Bicep. X: addresses on the command line.
 */
public enum Code {
    VALUES_MISSING("V001", ERROR),
    ENVIRONMENT_UNKNOWN("V002", ERROR),
    FILE_UNREADABLE("V003", ERROR),
    FILE_TOO_LARGE("V004", ERROR),
    FILE_NOT_TEXT("V005", ERROR),
    FILE_EMPTY("V006", ERROR),
    ENVIRONMENT_NAME("V007", ERROR),
    FILE_NAME("V008", ERROR),

    YAML_SYNTAX("V020", ERROR),
    YAML_DUPLICATE_KEY("V021", ERROR),
    YAML_AMBIGUOUS("V022", ERROR),
    YAML_TAG("V023", ERROR),
    YAML_TOO_BIG("V024", ERROR),
    YAML_SEVERAL_DOCUMENTS("V025", ERROR),

    UNKNOWN_FIELD("V040", ERROR),
    MISSING_FIELD("V041", ERROR),
    WRONG_TYPE("V042", ERROR),
    WRONG_VALUE("V043", ERROR),
    OUT_OF_RANGE("V044", ERROR),
    WRONG_COUNT("V045", ERROR),

    UNKNOWN_MODEL("P001", ERROR),
    UNKNOWN_SIZE("P002", ERROR),
    UNKNOWN_REGION("P003", ERROR),
    REPEATED_NAME("P004", ERROR),
    UNKNOWN_GROUP("P005", ERROR),
    UNKNOWN_POOL("P006", ERROR),
    CONTEXT_TOO_LONG("P007", ERROR),
    MODEL_DOES_NOT_FIT("P008", ERROR),
    BOUNDS_CROSSED("P009", ERROR),
    TOO_FEW_REPLICAS("P010", ERROR),
    TOO_FEW_NODES("P011", ERROR),
    SIZE_NOT_IN_REGION("P012", ERROR),
    GROUP_WITHOUT_MODEL("P013", ERROR),
    TARGET_WITHOUT_SIGNAL("P014", ERROR),
    WAIVER_WITHOUT_EFFECT("P015", ERROR),
    SHARE_TOO_SMALL("P016", ERROR),
    NODE_TOO_SMALL("P017", ERROR),
    TOO_MANY_REPLICAS("P018", ERROR),
    HOST_MISSING("P019", ERROR),
    QUOTA_EXCEEDED("P020", ERROR),
    BUDGET_EXCEEDED("P021", ERROR),
    QUOTA_NAME_UNKNOWN("P022", ERROR),
    POOL_TOO_LARGE("P023", ERROR),
    DEMAND_BEYOND_CONTEXT("P024", ERROR),
    SLOTS_WITHOUT_ROUTER("P025", ERROR),

    POOL_UNUSED("P030", WARNING),
    NODES_NEVER_USED("P031", WARNING),
    IDLE_ABOVE_TARGET("P032", WARNING),
    PUBLIC_WITHOUT_TLS("P033", WARNING),
    WAIT_ABOVE_OBJECTIVE("P034", WARNING),
    BUDGET_CEILING("P035", WARNING),
    GPU_MEMORY_LEFT_OUT("P036", WARNING),
    SLICES_UNSEEN("P037", WARNING),
    COLD_START_TOO_LONG("P038", WARNING),
    HOMES_ON_SPOT("P039", WARNING),
    IDLE_ABOVE_RESOURCE_TARGET("P040", WARNING),
    TARGET_NEVER_PASSED("P041", WARNING),
    MIN_BELOW_DEMAND("P042", WARNING),
    SCALING_PAUSED("P043", WARNING),
    QUEUE_WITHOUT_KEDA("P046", ERROR),
    QUEUE_OF_TWO_GROUPS("P047", ERROR),

    DIRECTORY_NOT_OURS("W001", ERROR),
    LINK_IN_THE_WAY("W002", ERROR),
    CANNOT_WRITE("W003", ERROR),

    HELM_REFUSES("M001", ERROR),
    KIND_WITHOUT_SCHEMA("M002", ERROR),
    OBJECT_INVALID("M003", ERROR),
    OBJECT_REPEATED("M004", ERROR),
    KUBECONFORM_REFUSES("M005", ERROR),
    NO_OBJECT("M006", ERROR),
    SCALERS_COMPETE("M007", ERROR),

    SOURCE_UNKNOWN("F001", ERROR),
    DEPENDENCY_UNKNOWN("F002", ERROR),
    PATH_NOT_RENDERED("F003", ERROR),
    HEALTH_CHECK_UNKNOWN("F004", ERROR),
    NAMESPACE_UNKNOWN("F005", ERROR),
    FILES_NOT_LISTED("F006", ERROR),
    FACT_UNKNOWN("F007", ERROR),
    FACT_UNUSED("F008", ERROR),
    FACT_OVERWRITTEN("F009", ERROR),
    SUBSTITUTED_WRONGLY("F010", ERROR),
    DEPENDENCY_CIRCLE("F011", ERROR),
    NOT_WAITED_FOR("F012", ERROR),

    UNKNOWN_VALUE("U001", ERROR),
    VALUE_TYPE("U002", ERROR),
    CHART_WITHOUT_KEYS("U003", ERROR),

    PARAMETERS_UNREADABLE("B001", ERROR),
    PARAMETER_REGION("B002", ERROR),
    PARAMETER_SIZE("B003", ERROR),
    PARAMETER_BOUNDS("B004", ERROR),
    PARAMETER_NAME("B005", ERROR),
    PARAMETER_LABEL("B006", ERROR),
    PARAMETER_TAINT("B007", ERROR),
    ADDRESSES_UNREADABLE("B008", ERROR),
    ADDRESSES_OVERLAP("B009", ERROR),
    ADDRESSES_TOO_FEW("B010", ERROR),
    PARAMETER_SHARE("B011", ERROR),
    PARAMETER_DURATION("B012", ERROR),
    BICEP_REFUSES("B020", ERROR),

    ADDRESS_UNKNOWN("X001", ERROR),
    INIT_WOULD_OVERWRITE("X002", ERROR),
    WHAT_IF_UNREADABLE("X003", ERROR);

    private final String id;
    private final Severity severity;

    Code(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    /** The code with the given public id, such as {@code P030}. */
    public static Optional<Code> of(String id) {
        return Arrays.stream(values()).filter(code -> code.id.equals(id)).findFirst();
    }
}
