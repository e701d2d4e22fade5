import Pipeline
import Testing

/// What somebody reads who mistyped a command, or wrote an option in front of it.
struct CommandNamesTests {
    private let commands = CommandNames(
        "earshot",
        [
            CommandNames("run"), CommandNames("digest"), CommandNames("search"),
            CommandNames("rules", [CommandNames("check"), CommandNames("forms")]),
            CommandNames("feeds", [CommandNames("check"), CommandNames("import")]),
            CommandNames(
                "tickets", [CommandNames("show"), CommandNames("retry")], isCommandToo: true),
        ])

    @Test(arguments: [
        (["digests"], "Unknown command 'digests'; did you mean 'digest'?"),
        (["Run"], "Unknown command 'Run'; did you mean 'run'?"),
        (["rule", "check"], "Unknown command 'rule'; did you mean 'rules'?"),
        (["rules", "chek"], "Unknown command 'rules chek'; did you mean 'rules check'?"),
        (["check"], "Unknown command 'check'; did you mean 'rules check' or 'feeds check'?"),
        (["forms", "Kawka"], "Unknown command 'forms'; did you mean 'rules forms'?"),
        (["help", "digests"], "Unknown command 'digests'; did you mean 'digest'?"),
        (
            ["digest", "--brand", "kawka", "--quiet", "--brand=zefirnet"],
            "--brand is given twice, and only the last would count; give the command once for each."
        ),
        (
            ["search", "--source", "blog", "Kawka", "--source", "forum"],
            "--source is given twice, and only the last would count; give the command once for each."
        ),
        (["listen"], "Unknown command 'listen'; `earshot --help` lists those there are."),
        (
            ["rules", "list"],
            "Unknown command 'rules list'; `earshot rules --help` lists those there are."
        ),
        (
            ["tickets", "rety", "3"],
            "Unknown command 'tickets rety'; did you mean 'tickets retry'?"
        ),
        (
            ["--workspace", "/srv/earshot", "digest"],
            "'--workspace' stands before the command; write it behind, "
                + "`earshot digest --workspace`."
        ),
        (
            ["rules", "-w", ".", "check"],
            "'-w' stands before the command; write it behind, `earshot rules check -w`."
        ),
    ])
    func `a command that nobody knows is told with the one that is meant`(
        arguments: [String], mistake: String
    ) {
        #expect(commands.mistake(in: arguments) == mistake)
    }

    @Test(arguments: [
        [], ["run"], ["run", "--now", "check"], ["rules"], ["rules", "check", "--format", "json"],
        ["run", "--source", "blog", "--source", "forum"],
        ["digest", "--brand", "kawka", "--team", "sales", "--now", "1", "--now", "2"],
        ["digest", "--brand", "kawka", "--", "--brand", "--brand"], ["help"],
        ["help", "rules", "check"], ["--help", "run"], ["--help-hidden", "run"], ["--version"],
        ["--nonsense"], ["tickets"], ["tickets", "--format", "json"], ["tickets", "-w", "show"],
        ["tickets", "17"],
        ["--generate-completion-script", "bash"],
        ["---completion", "run", "--", "positional@0", "1", "0"],
    ])
    func `all else is left to whatever reads the options`(arguments: [String]) {
        #expect(commands.mistake(in: arguments) == nil)
    }
}
