package dev.berth.render.output;

import dev.berth.render.output.Provenance.Mark;
import gg.jte.TemplateOutput;
import java.util.List;

/** Template output that knows the language it writes, and remembers where explained values landed. */
public interface MarkedOutput extends TemplateOutput {

    String text();

    List<Mark> marks();
}
