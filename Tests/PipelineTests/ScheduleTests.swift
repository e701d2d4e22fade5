import Foundation
import Pipeline
import Testing

struct ScheduleTests {
    private func schedule(
        _ rhythm: Schedule.Rhythm, zone: String = "Europe/Warsaw",
        workspace: String = "/srv/earshot", program: String = "/usr/local/bin/earshot",
        user: String = "earshot"
    ) throws -> Schedule {
        try Schedule(
            rhythm: rhythm, timeZone: try #require(TimeZone(identifier: zone)),
            workspace: workspace, program: program, user: user)
    }

    private func daily(_ times: String...) throws -> Schedule.Rhythm {
        .daily(try times.map { try #require(Schedule.TimeOfDay($0)) })
    }

    @Test func `a timer tells its times in the zone of the rules`() throws {
        let units = try schedule(daily("14:30", "06:00")).systemdUnits
        #expect(units.map(\.name) == ["earshot.service", "earshot.timer"])
        let lines = units[1].text.split(separator: "\n").filter { $0.hasPrefix("OnCalendar") }
        #expect(
            lines == [
                "OnCalendar=*-*-* 06:00:00 Europe/Warsaw",
                "OnCalendar=*-*-* 14:30:00 Europe/Warsaw",
            ])
        let hourly = try schedule(.hourly(minute: 7)).systemdUnits[1].text
        #expect(hourly.contains("OnCalendar=*-*-* *:07:00\n"))
    }

    @Test func `a time that is given twice is told once`() throws {
        let schedule = try schedule(daily("06:00", "6:00", "14:30", "06:00"))
        #expect(schedule.rhythm == (try daily("06:00", "14:30")))
        let lines = schedule.cronFile.text.split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("0 6 * * *") }.count == 1)
    }

    @Test func `a service may write its workspace and nothing else`() throws {
        let service = try schedule(daily("06:00")).systemdUnits[0].text
        for line in [
            "User=earshot", "ProtectSystem=strict", "ReadWritePaths=\"/srv/earshot\"",
            "ProtectHome=yes", "NoNewPrivileges=yes", "CapabilityBoundingSet=",
            "SuccessExitStatus=75",
        ] {
            #expect(service.contains("\n\(line)\n"))
        }
        let home = try schedule(daily("06:00"), workspace: "/home/anna/100% brands")
            .systemdUnits[0].text
        #expect(home.contains("ProtectHome=tmpfs\nBindPaths=\"/home/anna/100%% brands\"\n"))
        let root = try schedule(daily("06:00"), workspace: "/root").systemdUnits[0].text
        #expect(root.contains("\nProtectHome=tmpfs\nBindPaths=\"/root\"\n"))
        let own = try schedule(daily("06:00"), program: "/home/anna/bin/earshot")
            .systemdUnits[0].text
        #expect(
            own.contains(
                "\nProtectHome=tmpfs\nReadWritePaths=\"/srv/earshot\"\n"
                    + "BindReadOnlyPaths=\"/home/anna/bin/earshot\"\n"))
    }

    @Test func `cron lines are quoted as the shell and cron want it`() throws {
        let text = try schedule(daily("06:05"), workspace: "/srv/it's 100%").cronFile.text
        let line = try #require(text.split(separator: "\n").last)
        #expect(
            line
                == "5 6 * * * earshot umask 027; [ ! -r /etc/earshot/environment ] "
                + "|| { set -a; . /etc/earshot/environment; set +a; }; "
                + "cd '/srv/it'\\''s 100\\%' && '/usr/local/bin/earshot' run "
                + "--quiet || [ $? -eq 75 ]")
    }

    @Test(arguments: [
        ("/srv/a\nb", "earshot"), ("/srv/a\"b", "earshot"), ("srv", "earshot"),
        ("/srv", "ear shot"), ("/srv", ""),
    ])
    func `what cannot stand in a unit is refused`(workspace: String, user: String) {
        #expect(throws: RunError.self) {
            try schedule(daily("06:00"), workspace: workspace, user: user)
        }
    }

    @Test(
        arguments: [
            ("Europe/Warsaw", "02:30", ["2027-03-28"]), ("Europe/Warsaw", "03:00", []),
            ("Europe/Riga", "03:30", ["2027-03-28"]), ("Europe/Riga", "02:30", []),
            ("Europe/Warsaw", "06:00", []), ("Etc/UTC", "02:30", []),
        ] as [(String, String, [String])])
    func `a time that the clocks leave out or show twice is told`(
        zone: String, time: String, springs: [String]
    ) throws {
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        let days = try schedule(daily(time), zone: zone).doubtfulTimes(after: now).map { $0.day }
        // In autumn the same hour comes twice.
        #expect(days == springs + springs.map { _ in "2027-10-31" })
    }

    @Test func `an hour that comes twice before midnight is told with its own day`() throws {
        let schedule = try schedule(daily("23:30"), zone: "America/Santiago")
        let now = Date(timeIntervalSince1970: 1_795_327_200)
        #expect(schedule.doubtfulTimes(after: now).map { $0.day } == ["2027-04-03"])
    }

    @Test(arguments: ["6", "24:00", "06:60", "06:0x", "", "06:00:00", "-1:00"])
    func `what is no time of day is none`(text: String) {
        #expect(Schedule.TimeOfDay(text) == nil)
    }
}
