import ArgumentParser
import Foundation
import Pipeline

struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Prints the files that systemd or cron needs to start runs.",
        discussion: """
            Nothing is installed. Runs belong to a user of their own and, under systemd, can change \
            nothing but their workspace.

            Examples:
              earshot schedule --workspace /srv/earshot --print systemd
              earshot schedule --workspace /srv/earshot --output /etc/systemd/system
              earshot schedule --print cron --at 06:00 --at 14:00 > /etc/cron.d/earshot
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case systemd, cron
    }

    @OptionGroup var workspace: WorkspaceOptions
    @OptionGroup var clock: ClockOptions

    @Option(name: .customLong("print"), help: "systemd or cron.")
    var kind = Kind.systemd

    @Option(
        help: ArgumentHelp(
            "A time of day, in the zone of rules/routing.yaml; may be given several times. "
                + "Default: 06:00.", valueName: "time"),
        transform: timeOfDay)
    var at: [Schedule.TimeOfDay] = []

    @Flag(help: "Starts a run every hour, for feeds whose posts soon drop off the list.")
    var hourly = false

    @Option(help: ArgumentHelp("The user that runs belong to.", valueName: "name"))
    var user = "earshot"

    @Option(help: ArgumentHelp("Where earshot is installed.", valueName: "path"))
    var program = "/usr/local/bin/earshot"

    @Option(
        help: ArgumentHelp(
            "Writes the files into this folder instead of printing them.", valueName: "dir"))
    var output: String?

    func validate() throws {
        if hourly, !at.isEmpty { throw ValidationError("Choose one of --at and --hourly.") }
        if workspace.store != nil {
            throw ValidationError(
                "A schedule, which others may read, names no server: write EARSHOT_STORE=ADDRESS into "
                    + "\(Schedule.environmentFile).")
        }
    }

    func run() throws {
        try reportingErrors {
            let folder = workspace.folder
            let schedule = try Schedule(
                rhythm: hourly
                    ? .hourly(minute: 7)
                    : .daily(at.isEmpty ? [Schedule.TimeOfDay("06:00")].compactMap { $0 } : at),
                timeZone: try folder.timeZone(), workspace: folder.path, program: program,
                user: user)
            for (time, day) in schedule.doubtfulTimes(after: clock.moment) {
                StandardStream.error.writeIfPossible(
                    "earshot: \(time.text) is left out "
                        + "or comes twice on \(day), when the clocks change; choose another\n")
            }
            let files =
                kind == .systemd
                ? schedule.systemdUnits
                : [schedule.cronFile]
            if let output {
                for file in files { try file.write(into: output) }
            } else {
                StandardStream.output.write(files.map(\.text).joined(separator: "\n"))
            }
        }
    }
}

// MARK: - Private

@Sendable private func timeOfDay(_ text: String) throws -> Schedule.TimeOfDay {
    guard let time = Schedule.TimeOfDay(text) else {
        throw ValidationError("'\(text)' is no time of day; write 06:00.")
    }
    return time
}
