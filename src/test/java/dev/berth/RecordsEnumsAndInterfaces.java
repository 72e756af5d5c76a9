package dev.berth;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A class of the domain has no behaviour of its own to hide: it is data, a closed set, or a contract. */
final class RecordsEnumsAndInterfaces extends ArchCondition<JavaClass> {

    RecordsEnumsAndInterfaces() {
        super("be records, enums or interfaces");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean good = type.isRecord() || type.isEnum() || type.isInterface();
        events.add(new SimpleConditionEvent(type, good, type.getName() + " is none of them"));
    }
}
