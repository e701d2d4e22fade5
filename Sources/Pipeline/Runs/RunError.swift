import Foundation
package import RuleLoading
package import Storing

/// Why a command could not do its work, with the exit code that says so (sysexits(3)).
package enum RunError: Error, CustomStringConvertible {
    /// Files in feeds/ or rules/ are wrong; nothing was started.
    case rules(RuleErrors)
    /// Rules that can be read and cannot work, or that break the promises of their own examples.
    case findings([RuleFinding])
    /// Not one of the feeds could be fetched.
    case nothingFetched(failures: Int, example: String)
    case locked(path: String)
    case cannotWrite(path: String, reason: String)
    case store(StoreError)
    /// Something the caller asked for does not exist or cannot be read.
    case badInput(String)
    /// The fetching settings or the machine do not allow any fetching.
    case cannotFetch(String)
    /// Somebody ended it at a place from where it goes on when it is begun again.
    case endedEarly(String)
    /// A mistake of ours.
    case bug(String)

    /// The failure of a system call just made, as the system puts it.
    static func cannotWrite(_ path: String) -> RunError {
        .cannotWrite(path: path, reason: unsafe String(cString: strerror(errno)))
    }

    /// Something is named that there is none of.
    ///
    /// - Parameters:
    ///   - complaint: what is not there, such as "there is no brand 'zefirnet'".
    ///   - known: the names of those that there are.
    static func unknown(_ complaint: String, known: [String]) -> RunError {
        let others = known.isEmpty ? "none" : known.joined(separator: ", ")
        return .badInput("\(complaint); there are \(others)")
    }

    package var exitCode: Int32 {
        switch self {
        case .rules, .findings, .badInput: 65
        case .nothingFetched, .cannotFetch: 69
        case .bug: 70
        case .locked, .endedEarly, .store(.changedWhileRead): 75
        case .cannotWrite: 73
        case .store: 74
        }
    }

    package var description: String {
        switch self {
        case .rules(let errors): errors.description
        case .findings(let findings):
            (findings.map(\.description) + ["nothing was started; `earshot rules check` shows all"])
                .joined(separator: "\n")
        case .nothingFetched(let failures, let example):
            failures == 1
                ? "the feed could not be fetched: \(example)"
                : "none of the \(failures) feeds could be fetched: \(example); "
                    + "`earshot feeds check` shows the others"
        case .locked(let path):
            "another run is at work (\(path) is locked); try again when it is done"
        case .cannotWrite(let path, let reason):
            "\(path): cannot be written (\(reason)); check the folder's owner and free space"
        case .store(let error): error.description
        case .badInput(let message), .cannotFetch(let message), .endedEarly(let message): message
        case .bug(let message): "a mistake of ours, please report it: \(message)"
        }
    }
}
