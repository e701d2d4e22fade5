/// What kinds of software make of the same posts.
enum FeedShape: CaseIterable {
    case wordPress, blogService, newspaper, forum, podcastHost, atomXHTML, archive

    /// What an entry is made from.
    struct Parts {
        let site: String
        let number: Int
        let title: String
        let summary: String
        let html: String
        let author: String
        let day: Int
        let second: Int

        var link: String { "\(site)/2026/11/post-\(number)/" }
        var mailDate: String { "\(twoDigits(day)) Nov 2026 14:05:\(twoDigits(second)) +0000" }
        var internetDate: String { "2026-11-\(twoDigits(day))T14:05:\(twoDigits(second))Z" }

        /// HTML as it stands escaped in XML.
        var escapedHTML: String {
            html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
        }

        /// HTML whose references XML knows.
        var xhtml: String {
            html.replacing("&nbsp;", with: "&#160;").replacing("&bdquo;", with: "&#8222;")
                .replacing("&rdquo;", with: "&#8221;")
        }

        private func twoDigits(_ number: Int) -> String {
            number < 10 ? "0\(number)" : "\(number)"
        }
    }

    func head(site: String, language: String) -> String {
        switch self {
        case .wordPress, .newspaper, .forum, .podcastHost:
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
            \txmlns:wfw="http://wellformedweb.org/CommentAPI/"
            \txmlns:dc="http://purl.org/dc/elements/1.1/"
            \txmlns:atom="http://www.w3.org/2005/Atom"
            \txmlns:slash="http://purl.org/rss/1.0/modules/slash/"
            \txmlns:media="http://search.yahoo.com/mrss/"
            \txmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
            <channel>
            \t<title>Site</title>
            \t<atom:link href="\(site)/feed/" rel="self" type="application/rss+xml" />
            \t<link>\(site)</link>
            \t<description>Posts</description>
            \t<language>\(language)</language>

            """
        case .blogService, .atomXHTML:
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0' \
            xml:lang='\(language)'><id>\(site)/</id><updated>2026-11-26T14:05:09Z</updated>\
            <title type='text'>Site</title><link rel='self' href='\(site)/feed.xml'/>\
            <link rel='alternate' type='text/html' href='\(site)/'/>

            """
        case .archive:
            """
            <?xml version="1.0" encoding="utf-8"?>
            <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <channel rdf:about="\(site)/"><title>Site</title><link>\(site)/</link>\
            <description>Posts</description><dc:language>\(language)</dc:language></channel>

            """
        }
    }

    func entry(_ parts: Parts) -> String {
        switch self {
        case .wordPress: wordPressItem(parts)
        case .newspaper: newspaperItem(parts)
        case .forum: forumItem(parts)
        case .podcastHost: podcastItem(parts)
        case .blogService: blogEntry(parts)
        case .atomXHTML: xhtmlEntry(parts)
        case .archive: archiveItem(parts)
        }
    }

    var tail: String {
        switch self {
        case .wordPress, .newspaper, .forum, .podcastHost: "\t</channel>\n</rss>\n"
        case .blogService, .atomXHTML: "</feed>\n"
        case .archive: "</rdf:RDF>\n"
        }
    }

    // MARK: - Private

    private func wordPressItem(_ parts: Parts) -> String {
        """
        \t<item>
        \t\t<title>\(parts.title)</title>
        \t\t<link>\(parts.link)</link>
        \t\t<comments>\(parts.link)#comments</comments>
        \t\t<dc:creator><![CDATA[\(parts.author)]]></dc:creator>
        \t\t<pubDate>Thu, \(parts.mailDate)</pubDate>
        \t\t<category><![CDATA[Aktualności]]></category>
        \t\t<category><![CDATA[Ziņas]]></category>
        \t\t<guid isPermaLink="false">\(parts.site)/?p=\(parts.number)</guid>
        \t\t<description><![CDATA[<p>\(parts.summary) [&#8230;]</p>
        <p>The post <a href="\(parts.link)">\(parts.title)</a> appeared first on Site.</p>]]></description>
        \t\t<content:encoded><![CDATA[\(parts.html)]]></content:encoded>
        \t\t<wfw:commentRss>\(parts.link)feed/</wfw:commentRss>
        \t\t<slash:comments>3</slash:comments>
        \t</item>

        """
    }

    private func newspaperItem(_ parts: Parts) -> String {
        """
        <item>
        <title>\(parts.title)</title>
        <link>\(parts.link)?utm_source=rss&amp;utm_medium=feed</link>
        <description>\(parts.summary)</description>
        <pubDate>Thu, \(parts.mailDate)</pubDate>
        <guid isPermaLink="true">\(parts.link)</guid>
        <media:content url="\(parts.link)image.jpg" medium="image" width="1200" height="675"/>
        <enclosure url="\(parts.link)image.jpg" length="51200" type="image/jpeg"/>
        </item>

        """
    }

    private func forumItem(_ parts: Parts) -> String {
        """
        <item>
        <title>\(parts.title)</title>
        <dc:creator><![CDATA[@\(parts.author)]]></dc:creator>
        <category>Internet</category>
        <description><![CDATA[<aside class="quote" data-post="\(parts.number)"><blockquote>
        <p>\(parts.summary)</p></blockquote></aside>
        \(parts.html)
        <p><a href="\(parts.link)">Read full topic</a></p>]]></description>
        <link>\(parts.link)</link>
        <pubDate>Thu, \(parts.mailDate)</pubDate>
        <guid isPermaLink="false">site-post-\(parts.number)</guid>
        <source url="\(parts.site)/latest.rss">Site</source>
        </item>

        """
    }

    private func podcastItem(_ parts: Parts) -> String {
        """
        <item>
        <title>\(parts.title)</title>
        <description>\(parts.escapedHTML)</description>
        <itunes:summary>\(parts.summary)</itunes:summary>
        <itunes:author>\(parts.author)</itunes:author>
        <itunes:duration>00:42:13</itunes:duration>
        <pubDate>Thu, \(parts.mailDate)</pubDate>
        <guid isPermaLink="false">episode-\(parts.number)</guid>
        <link>\(parts.link)</link>
        <enclosure url="\(parts.link)episode.mp3" length="51200000" type="audio/mpeg"/>
        </item>

        """
    }

    private func blogEntry(_ parts: Parts) -> String {
        """
        <entry><id>tag:site.example,2026:post-\(parts.number)</id>\
        <published>\(parts.internetDate)</published><updated>\(parts.internetDate)</updated>\
        <category scheme='http://www.blog.example/atom/ns#' term='internet'/>\
        <title type='text'>\(parts.title)</title>\
        <content type='html'>\(parts.escapedHTML)</content>\
        <link rel='replies' type='application/atom+xml' href='\(parts.link)feed'/>\
        <link rel='alternate' type='text/html' href='\(parts.link)' title='\(parts.title)'/>\
        <author><name>\(parts.author)</name><uri>\(parts.site)/profile/\(parts.number)</uri></author>\
        <thr:total>0</thr:total></entry>

        """
    }

    private func xhtmlEntry(_ parts: Parts) -> String {
        """
        <entry>
          <title>\(parts.title)</title>
          <link href="\(parts.link)"/>
          <id>\(parts.link)</id>
          <updated>\(parts.internetDate)</updated>
          <author><name>\(parts.author)</name></author>
          <summary>\(parts.summary)</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">\(parts.xhtml)</div></content>
        </entry>

        """
    }

    private func archiveItem(_ parts: Parts) -> String {
        """
        <item rdf:about="\(parts.link)">
        <title>\(parts.title)</title>
        <link>\(parts.link)</link>
        <description>\(parts.summary)</description>
        <content:encoded><![CDATA[\(parts.html)]]></content:encoded>
        <dc:creator>\(parts.author)</dc:creator>
        <dc:subject>internet</dc:subject>
        <dc:date>\(parts.internetDate)</dc:date>
        </item>

        """
    }
}
