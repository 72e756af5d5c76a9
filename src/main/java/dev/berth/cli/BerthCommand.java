package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The root command: only help and version of its own. */
@Command(
        name = "berth",
        description = "Plans and renders an LLM platform on AKS from one short value file per environment.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InitCommand.class,
            PlanCommand.class,
            ExplainCommand.class,
            RenderCommand.class,
            TemplateCommand.class,
            VerifyCommand.class,
            SchemaCommand.class
        })
final class BerthCommand {}
