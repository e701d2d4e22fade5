import RuleLoading
import TestSupport
import Testing

/// Mistakes in `fetching:`, which says how feeds are fetched, with the line an operator reads.
struct FetchingMistakeTests {
    @Test(arguments: [
        (
            "contact: nobody",
            "1:21: 'nobody' is neither a web nor a mail address; write one where you can be reached"
        ),
        (
            "allow_networks: [10.0.0.1]",
            "1:29: '10.0.0.1' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [10.0.0.256/8]",
            "1:29: '10.0.0.256/8' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\"1::2::3/64\"]",
            "1:29: '1::2::3/64' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\":::/8\"]",
            "1:29: ':::/8' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\"１::/64\"]",
            "1:29: '１::/64' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [\"fd00::/129\"]",
            "1:29: 'fd00::/129' is not a network; write one such as 10.0.0.0/8 or fd00::/8"
        ),
        (
            "allow_networks: [10.1.2.3/8]",
            "1:29: '10.1.2.3/8' opens all of 10.0.0.0/8; write that, or 10.1.2.3/32 for the one address"
        ),
        (
            "allow_networks: [\"fd00::7/8\"]",
            "1:29: 'fd00::7/8' opens all of fd00::/8; write that, or fd00::7/128 for the one address"
        ),
        ("concurrency: 1001", "1:25: 1001 is out of range; write a number from 1 to 1000"),
        (
            "pause_per_host: 1",
            "1:28: '1' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        (
            "pause: 1s",
            "1:12: unknown key 'pause'; write contact, allow_networks, allow_ports, proxy, "
                + "concurrency, max_bytes_in_flight, deadline, pause_per_host, pause_per_page, "
                + "at_once_per_host, at_once_per_address or hosts"
        ),
        ("allow_ports: [0]", "1:26: 0 is out of range; write a number from 1 to 65535"),
        (
            "proxy: proxy.example.org",
            "1:19: 'proxy.example.org' is no proxy; write one such as "
                + "http://proxy.example.org:3128, https://… or socks5h://…"
        ),
        (
            "proxy: socks5://proxy.example.org",
            "1:19: 'socks5://proxy.example.org' is no proxy; write one such as "
                + "http://proxy.example.org:3128, https://… or socks5h://…"
        ),
        (
            "proxy: http://me:pw@proxy.example.org",
            "1:19: the address has a user name in it; remove what stands before '@'"
        ),
        (
            "max_bytes_in_flight: 4001MB",
            "1:33: '4001MB' is not a size up to 4000MB; write one such as 500KB or 4000MB"
        ),
        ("deadline: 0m", "1:22: the duration is zero; write a longer one, such as 30s"),
        ("at_once_per_host: 11", "1:30: 11 is out of range; write a number from 1 to 10"),
        ("at_once_per_address: 0", "1:33: 0 is out of range; write a number from 1 to 100"),
        (
            "at_once_per_host: 3",
            "1:30: a host's 3 at once are more than the 2 that one address is asked; "
                + "write 'at_once_per_address: 3' as well"
        ),
        (
            "at_once_per_address: 4, hosts: {example.org: {at_once: 5}}",
            "1:67: a host's 5 at once are more than the 4 that one address is asked; "
                + "write 'at_once_per_address: 5' as well"
        ),
        (
            "proxy: \"http://proxy.example:99999\"",
            "1:19: '99999' is no port; write one from 1 to 65535, or none"
        ),
        (
            "pause_per_page: 5",
            "1:28: '5' is not a duration; write one such as 500ms, 30s, 5m, 24h or 2d"
        ),
        ("hosts: [a]", "1:19: expected a mapping, found a list; write 'key: value' lines"),
        (
            "hosts: {\"https://example.org/\": {}}",
            "1:20: 'https://example.org/' is not a domain; write one such as example.org, "
                + "with xn-- for other letters"
        ),
        (
            "hosts: {żółw.example: {}}",
            "1:20: 'żółw.example' is not a domain; write one such as example.org, "
                + "with xn-- for other letters"
        ),
        (
            "hosts: {example.org: {}, Example.ORG: {}}",
            "1:37: key 'example.org' stands twice in one mapping; keep one"
        ),
        (
            "hosts: {example.org: {at_once: 0}}",
            "1:43: 0 is out of range; write a number from 1 to 10"
        ),
        (
            "hosts: {example.org: {per_run: 0}}",
            "1:43: 0 is out of range; write a number from 1 to 100000"
        ),
        (
            "hosts: {example.org: {every: 1s}}",
            "1:34: unknown key 'every'; write pause, at_once or per_run"
        ),
    ])
    func `a setting that cannot be`(setting: String, message: String) throws {
        let text = "fetching: {\(setting)}"
        let found = try Complaints.ofFeeds(["feeds/a.yaml": text])
        #expect(found == ["feeds/a.yaml:" + message])
    }
}
