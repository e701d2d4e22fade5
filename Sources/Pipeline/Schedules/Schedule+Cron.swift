import Foundation

extension Schedule {
    /// A file for /etc/cron.d.
    ///
    /// Cron goes by the machine's own zone, and cannot be told another on Debian (crontab(5)). Two
    /// runs never meet, as a run locks its workspace itself.
    package var cronFile: Unit { Unit(name: "earshot", text: crontab) }

    // MARK: - Private

    private var crontab: String {
        """
        # /etc/cron.d/earshot
        # Times are those of this machine's clock; they are meant for \(timeZone.identifier).
        # Standard error is mailed: a run without mistakes prints nothing.
        # Secrets stand in \(Self.environmentFile), where a shell can read them: NAME='value'
        SHELL=/bin/sh
        MAILTO=\(user)
        \(cronLines.joined(separator: "\n"))

        """
    }

    private var cronLines: [String] {
        let command =
            "umask 027; [ ! -r \(Self.environmentFile) ] || { set -a; . \(Self.environmentFile); set +a; };"
            + " cd \(workspace.quotedForShell) && \(program.quotedForShell) run --quiet"
            + " || [ $? -eq 75 ]"
        // A percent sign ends the command (crontab(5)).
        let escaped = command.replacing("%", with: "\\%")
        switch rhythm {
        case .daily(let times):
            return times.sorted().map { "\($0.minute) \($0.hour) * * * \(user) \(escaped)" }
        case .hourly(let minute): return ["\(minute) * * * * \(user) \(escaped)"]
        }
    }
}

extension String {
    /// Between single quotes (POSIX Shell Command Language §2.2.2).
    fileprivate var quotedForShell: String { "'" + replacing("'", with: "'\\''") + "'" }
}
