import Foundation

extension Schedule {
    /// A unit file, and the name that systemd knows it by.
    package struct Unit: Hashable, Sendable {
        package let name: String
        package let text: String
    }

    /// The service that runs once, and the timer that starts it.
    ///
    /// The service sees its workspace and the network, and nothing else of the machine that it could
    /// change (systemd.exec(5), "Sandboxing").
    package var systemdUnits: [Unit] {
        [Unit(name: "earshot.service", text: service), Unit(name: "earshot.timer", text: timer)]
    }

    // MARK: - Private

    private var service: String {
        """
        # /etc/systemd/system/earshot.service
        [Unit]
        Description=Earshot listens for brands
        Wants=network-online.target
        After=network-online.target

        [Service]
        Type=oneshot
        User=\(user)
        Group=\(user)
        UMask=0027
        WorkingDirectory=\(workspace.escapedForUnit)
        ExecStart="\(program.escapedForUnit)" run --quiet
        # Another run is at work: nothing is wrong.
        SuccessExitStatus=75
        # Secrets that feeds/ names as secret:env:NAME, a NAME=value a line, mode 0600.
        EnvironmentFile=-\(Self.environmentFile)
        Environment="RES_OPTIONS=timeout:2 attempts:2"
        LimitNOFILE=8192
        Nice=5
        # SIGTERM ends a run in good order; what was fetched is stored.
        TimeoutStopSec=60s

        NoNewPrivileges=yes
        CapabilityBoundingSet=
        AmbientCapabilities=
        ProtectSystem=strict
        \(workspaceAccess)
        PrivateTmp=yes
        PrivateDevices=yes
        PrivateUsers=yes
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        ProtectProc=invisible
        ProcSubset=pid
        RemoveIPC=yes
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service
        SystemCallFilter=~@privileged
        SystemCallErrorNumber=EPERM

        """
    }

    /// Home folders are out of sight, but for the workspace and the program if they are in one.
    private var workspaceAccess: String {
        let path = "\"\(workspace.escapedForUnit)\""
        var access = [
            Self.isInHome(workspace) ? "BindPaths=\(path)" : "ReadWritePaths=\(path)"
        ]
        if Self.isInHome(program) {
            access.append("BindReadOnlyPaths=\"\(program.escapedForUnit)\"")
        }
        let isHomeSeen = Self.isInHome(workspace) || Self.isInHome(program)
        return (["ProtectHome=\(isHomeSeen ? "tmpfs" : "yes")"] + access).joined(separator: "\n")
    }

    private static func isInHome(_ path: String) -> Bool {
        ["/home/", "/root/", "/run/user/"].contains { "\(path)/".hasPrefix($0) }
    }

    private var timer: String {
        """
        # /etc/systemd/system/earshot.timer
        [Unit]
        Description=Runs Earshot

        [Timer]
        \(calendarLines.joined(separator: "\n"))
        # A run that was due while the machine was off is made up for.
        Persistent=true
        AccuracySec=1min

        [Install]
        WantedBy=timers.target

        """
    }

    private var calendarLines: [String] {
        switch rhythm {
        case .daily(let times):
            times.sorted().map { "OnCalendar=*-*-* \($0.text):00 \(timeZone.identifier)" }
        case .hourly(let minute): ["OnCalendar=*-*-* *:\(minute < 10 ? "0" : "")\(minute):00"]
        }
    }
}

extension String {
    /// `%` begins a specifier (systemd.unit(5)).
    fileprivate var escapedForUnit: String { replacing("%", with: "%%") }
}
