package import Foundation
import Model

/// When and how a run is called, as text for systemd or cron: `earshot schedule`.
///
/// Writes nothing and asks nobody: the same values give the same text.
package struct Schedule: Sendable {
    /// A time of day on the clocks of the schedule's zone.
    package struct TimeOfDay: Hashable, Sendable, Comparable {
        package let hour: Int
        package let minute: Int

        /// Reads `06:00`; `nil` for what is no time of day.
        package init?(_ text: String) {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }),
                let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
                (0...59).contains(minute)
            else { return nil }
            self.hour = hour
            self.minute = minute
        }

        package static func < (one: Self, other: Self) -> Bool {
            (one.hour, one.minute) < (other.hour, other.minute)
        }

        package var text: String { String(format: "%02d:%02d", hour, minute) }
    }

    package enum Rhythm: Hashable, Sendable {
        case daily([TimeOfDay])
        /// At this minute of each hour.
        case hourly(minute: Int)
    }

    package let rhythm: Rhythm
    /// In which the times are told.
    package let timeZone: TimeZone
    /// Where operators keep secrets for the service.
    package static let environmentFile = "/etc/earshot/environment"
    /// Absolute, as of the program.
    package let workspace: String
    package let program: String
    /// Whom the run belongs to: no one else's files can be written by it.
    package let user: String

    /// - Throws: `RunError.badInput` for a path or user that cannot be written into a unit.
    package init(
        rhythm: Rhythm, timeZone: TimeZone, workspace: String, program: String, user: String
    ) throws(RunError) {
        for path in [workspace, program] {
            guard path.hasPrefix("/"), !path.unicodeScalars.contains(where: Self.isForbidden) else {
                throw .badInput(
                    "'\(path)': write an absolute path without control characters, \" and \\")
            }
        }
        guard !user.isEmpty, user.utf8.allSatisfy(Self.isPartOfUser) else {
            throw .badInput("'\(user)' is no name of a user of this system")
        }
        // Two runs at one time would be in each other's way.
        self.rhythm =
            switch rhythm {
            case .daily(let times): .daily(Set(times).sorted())
            case .hourly: rhythm
            }
        self.timeZone = timeZone
        self.workspace = workspace
        self.program = program
        self.user = user
    }

    /// Times that some day of the coming year does not have, or has twice, with the day.
    ///
    /// - Returns: by time, each once; empty for hourly runs, which miss nothing.
    package func doubtfulTimes(after now: Date) -> [(time: TimeOfDay, day: String)] {
        guard case .daily(let times) = rhythm else { return [] }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        var doubtful: [(time: TimeOfDay, day: String)] = []
        var change = timeZone.nextDaylightSavingTimeTransition(after: now)
        while let moment = change, moment < now + 370 * 86_400 {
            let before = timeZone.secondsFromGMT(for: moment - 1)
            let jump = timeZone.secondsFromGMT(for: moment) - before
            // On the clock as it went before: what lies between is left out, or comes twice.
            let start = minutes(of: moment, offset: before)
            let span = jump > 0 ? start..<start + jump / 60 : start + jump / 60..<start
            let parts = calendar.dateComponents([.year, .month, .day], from: moment)
            let day = String(
                format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
            // Some zones put their clocks back at midnight: the hour is that of the day before.
            for time in times.sorted() {
                let minute = time.hour * 60 + time.minute
                guard span.contains(minute) || span.contains(minute - 24 * 60) else { continue }
                doubtful.append((time: time, day: day))
            }
            change = timeZone.nextDaylightSavingTimeTransition(after: moment)
        }
        return doubtful
    }

    // MARK: - Private

    private func minutes(of moment: Date, offset: Int) -> Int {
        let seconds = Int(moment.timeIntervalSince1970) + offset
        return (seconds % 86_400 + 86_400) % 86_400 / 60
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || scalar.value == 0x7F
    }

    private static func isPartOfUser(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
