import Foundation

/// The most memory that the process ever had, as the kernel counts it.
package enum PeakMemory {
    /// The most that this process has held since it began.
    ///
    /// getrusage(2) would not do: it counts what the process was before it became this program.
    package static var megabytes: Int {
        guard let status = FileManager.default.contents(atPath: "/proc/self/status"),
            let line = String(decoding: status, as: UTF8.self).split(separator: "\n")
                .first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = Int(line.filter(\.isNumber))
        else { preconditionFailure("the system does not say what it gave") }
        return kilobytes / 1024
    }
}
