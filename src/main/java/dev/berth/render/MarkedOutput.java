package dev.berth.render;

import dev.berth.render.Provenance.Mark;
import gg.jte.TemplateOutput;
import java.util.List;

/** Template output that knows the language it writes, and remembers where explained values landed. */
interface MarkedOutput extends TemplateOutput {

    String text();

    List<Mark> marks();
}
