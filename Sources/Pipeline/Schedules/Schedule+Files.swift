package import Foundation
import Model

extension Schedule.Unit {
    /// Writes the file as all may read it, which is what systemd and cron ask for.
    package func write(into folder: String) throws(RunError) {
        try WholeFile(path: folder + "/" + name).write(Data(text.utf8), permissions: 0o644)
    }
}

extension Workspace {
    /// The zone in which the rules tell times.
    package func timeZone() throws(RunError) -> TimeZone {
        TimeZone(identifier: try loadRules().rules.routing.timeZone) ?? .gmt
    }
}
