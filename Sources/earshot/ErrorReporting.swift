import ArgumentParser
import Pipeline

/// Ends the command with the exit code of what went wrong, its message on standard error.
func reportingErrors(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch {
        throw exitCode(reporting: error)
    }
}

func reportingErrors(_ body: () async throws -> Void) async throws {
    do {
        try await body()
    } catch {
        throw exitCode(reporting: error)
    }
}

extension ExitCode {
    /// The answer to what was asked is no.
    static let no = ExitCode(1)
    // Those of sysexits(3), as `RunError.exitCode` has them.
    static let badInput = ExitCode(65)
    static let unavailable = ExitCode(69)
    static let bug = ExitCode(70)
}

// MARK: - Private

/// What we did not foresee is a bug.
private func exitCode(reporting error: any Error) -> ExitCode {
    switch error {
    case let error as ValidationError:
        // The argument parser would show the usage of the whole program, not of the command.
        StandardStream.error.writeIfPossible("earshot: \(error.message.safeForTerminal)\n")
        return .validationFailure
    case let error as RunError:
        StandardStream.error.writeIfPossible("earshot: \(error.description.safeForTerminal)\n")
        return ExitCode(error.exitCode)
    case let code as ExitCode:
        return code
    default:
        StandardStream.error.writeIfPossible(
            "earshot: a mistake of ours, please report it: \("\(error)".safeForTerminal)\n")
        return .bug
    }
}
