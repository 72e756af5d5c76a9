package dev.berth.it.coverage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has to be covered of the document: its headings, and the commands and numbers below each. */
record ArchitectureDocument(Map<String, Set<String>> commandsAndNumbers) {

    private static final Pattern HEADING = Pattern.compile("#+ (.+)");
    private static final Pattern COMMAND = Pattern.compile("(kubectl|az|helm|curl|\\.\\\\).*");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w./-])\\d+(?:[.,]\\d+)*");

    static ArchitectureDocument read(Path file) throws IOException {
        Map<String, Set<String>> said = new LinkedHashMap<>();
        String section = "";
        String fence = "";
        for (String line : Files.readAllLines(file)) {
            Matcher heading = HEADING.matcher(line.strip());
            if (line.startsWith("```")) {
                fence = fence.isEmpty() ? line : "";
            } else if (fence.isEmpty() && heading.matches()) {
                section = heading.group(1);
                said.put(section, new TreeSet<>());
            } else {
                String text = line.strip().replaceAll("\\s*`$", "");
                if (fence.equals("```powershell") && COMMAND.matcher(text).matches()) {
                    said.get(section).add(text);
                }
                NUMBER.matcher(line).results().map(found -> found.group()).forEach(said.get(section)::add);
            }
        }
        return new ArchitectureDocument(said);
    }

    List<String> headings() {
        return List.copyOf(commandsAndNumbers.keySet());
    }

    Set<String> saysBelow(String heading) {
        return commandsAndNumbers.getOrDefault(heading, Set.of());
    }
}
