package dev.berth.bicep;

import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.Optional;

/** One check of the parameters. */
interface ParameterCheck {

    void check(YamlNode parameters, Problems problems);

    /** A whole number among the parameters. */
    static Optional<Integer> number(YamlNode node, String path) {
        return node.scalarAt(path).flatMap(Scalar::number).map(number -> number.intValue());
    }
}
