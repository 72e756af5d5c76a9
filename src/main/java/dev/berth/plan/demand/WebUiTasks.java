package dev.berth.plan.demand;

import dev.berth.catalog.BackgroundCalls;
import dev.berth.catalog.BackgroundCalls.Call;
import dev.berth.catalog.BackgroundCalls.On;
import dev.berth.catalog.BackgroundCalls.Task;
import dev.berth.catalog.Citation;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Open WebUI asks of models by itself in an environment.
 *
 * @param model that answers the tasks; absent where none answers in words
 * @param embedding the model that makes embeddings
 * @param citation of how often it asks
 */
public record WebUiTasks(
        Optional<Decision<String>> model,
        Optional<String> embedding,
        List<Switch> switches,
        Call embeddings,
        Citation citation) {

    /** A task that is on or off. */
    public record Switch(Task task, Decision<Boolean> on) {}

    /** Of several models that make embeddings the smallest is asked for them. */
    public static WebUiTasks of(List<ServedModel> models, BackgroundCalls calls) {
        Optional<Decision<String>> taskModel = TaskModel.among(models);
        Optional<ServedModel> embedding =
                models.stream().filter(served -> !served.answers()).min(ServedModel.SMALLEST_FIRST);
        List<Switch> switches = calls.tasks().stream()
                .map(task -> new Switch(task, on(task, taskModel, embedding, calls.citation())))
                .toList();
        return new WebUiTasks(
                taskModel, embedding.map(ServedModel::name), switches, calls.embeddings(), calls.citation());
    }

    private static Decision<Boolean> on(
            Task task, Optional<Decision<String>> model, Optional<ServedModel> embedding, Citation citation) {
        boolean missing = task.on() == On.RETRIEVAL && embedding.isEmpty();
        boolean on = task.on() != On.NEVER && !missing && model.isPresent();
        String name = task.call().name();
        Decision.Draft<Boolean> draft = Decision.derived("webui.task." + name.replace(' ', '-'), on, on ? "on" : "off")
                .from(citation, name, task.on().toString().toLowerCase(Locale.ROOT));
        if (task.on() == On.RETRIEVAL) {
            embedding.ifPresent(served -> draft.from(served.request().name()));
        }
        return draft.by(
                model.isEmpty() ? "no model answers in words" : missing ? "no model makes embeddings" : task.because());
    }

    /** What this model is asked when people ask something; empty for models that Open WebUI asks nothing. */
    List<Call> callsOf(ServedModel served) {
        List<Call> calls = new ArrayList<>();
        if (model.filter(task -> task.value().equals(served.name())).isPresent()) {
            switches.stream()
                    .filter(each -> each.on().value())
                    .forEach(each -> calls.add(each.task().call()));
        }
        if (embedding.filter(served.name()::equals).isPresent()) {
            calls.add(embeddings);
        }
        return List.copyOf(calls);
    }

    public List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>();
        model.ifPresent(all::add);
        switches.forEach(each -> all.add(each.on()));
        return all;
    }
}
