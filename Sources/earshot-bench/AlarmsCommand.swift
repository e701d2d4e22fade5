import ArgumentParser
import Foundation
import Model
import Reporting
import TestSupport

struct AlarmsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alarms",
        abstract: "Counts what trend reports find of what was planted, and their false alarms.",
        discussion: """
            Each archive has twenty weeks of four brands; in every other one a burst, a day of silence, \
            a press release, a feed that dies and a new source are planted. A false alarm is a day \
            that stands out, or a source that comes or goes, which was not planted, or which is not \
            named for what it is. A series-day is one brand on one quiet day.

            Example:
              earshot-bench alarms --archives 100
            """)

    @Option(help: ArgumentHelp("How many archives; half of them have plants.", valueName: "count"))
    var archives = 40

    @Option(help: ArgumentHelp("The first archive's seed.", valueName: "number"))
    var seed: UInt64 = 1_000

    @Option(help: "text or json.")
    var format = OutputFormat.text

    private struct Figures: Encodable {
        var planted: [String: Int] = [:]
        var found: [String: Int] = [:]
        var quietSeriesDays = 0
        var falseAlarms: [String] = []
        var falseAlarmsPerThousand: Double {
            1_000 * Double(falseAlarms.count) / Double(max(quietSeriesDays, 1))
        }
    }

    func validate() throws {
        guard archives > 0 else { throw ValidationError("--archives must be above 0.") }
    }

    func run() throws {
        var figures = Figures()
        for number in 0..<archives {
            let plants = number.isMultiple(of: 2) ? PlantedArchive.Plant.allCases : []
            let archive = PlantedArchive(seed: seed + UInt64(number), plants: plants)
            let verdict = archive.verdict(on: Self.trends(of: archive))
            for plant in plants { figures.planted["\(plant)", default: 0] += 1 }
            for plant in verdict.found { figures.found["\(plant)", default: 0] += 1 }
            figures.quietSeriesDays += verdict.quietDays
            figures.falseAlarms += verdict.falseAlarms.map { "\(seed + UInt64(number)): \($0)" }
        }
        switch format {
        case .json: try Output.json(figures)
        case .text:
            for (plant, count) in figures.planted.sorted(by: { $0.key < $1.key }) {
                try Output.line("\(plant): \(figures.found[plant] ?? 0) of \(count) found")
            }
            for alarm in figures.falseAlarms { try Output.line("false alarm, seed \(alarm)") }
            try Output.line(
                String(
                    format: "%d false alarms on %d quiet series-days: %.2f per 1,000",
                    figures.falseAlarms.count, figures.quietSeriesDays,
                    figures.falseAlarmsPerThousand))
        }
    }

    // MARK: - Private

    private static func trends(of archive: PlantedArchive) -> Trends {
        let entries = Dictionary(uniqueKeysWithValues: archive.entries.map { ($0.sequence, $0) })
        return TrendsMaker(context: .planted).trends(
            from: PlantedArchive.start(of: PlantedArchive.firstJudged),
            to: PlantedArchive.start(of: PlantedArchive.days),
            heard: HeardEntries<Never> { span, body in
                for entry in archive.entries where span.contains(entry.date) { body(entry) }
            } numbered: { sequences in
                sequences.compactMap { entries[$0] }
            }, health: [], heardIn: ListeningTime(since: PlantedArchive.start(of: 0)))
    }
}

extension ReportingContext {
    fileprivate static var planted: ReportingContext {
        let nowhere = FileLocation(file: "planted")
        return ReportingContext(
            brands: PlantedArchive.usual.map { brand, _ in
                Brand(
                    id: brand, name: brand.value.capitalized, kind: .own, names: [brand.value],
                    place: nowhere)
            },
            categories: [],
            routing: Routing(
                timeZone: "UTC",
                teams: [Team(id: "all", name: "All", hours: [], answerWithin: [:])],
                routes: [], defaultTeam: "all", severityRules: []),
            rulesHash: "none", programVersion: "none")
    }
}
