import Parsing
import Testing

struct PlainTextTests {
    @Test(arguments: [
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("one<br>two<BR/>three", "one\ntwo\nthree"),
        ("  a \n b\t c  ", "a b c"),
        ("<b>a</b>b <i>c</i>", "ab c"),
        ("<td>a</td><td>b</td>", "a b"),
        ("a<!-- x > y -->b<!-->c<!--x--!>d", "abcd"),
        ("<script>if (a < b) '</p>'</script>x<style>p{}</style>", "x"),
        ("<title>t</title><textarea><b></textarea>x", "x"),
        ("<a title=\"a > b\" href='x>y'>link</a>", "link"),
        ("1 < 2, <3, a <- b, x<y", "1 < 2, <3, a <- b, x<y"),
        ("AT&amp;T &lt;b&gt; &quot;x&quot; &apos;", "AT&T <b> \"x\" '"),
        ("Krak&oacute;w &lstrok;&#243;d&#x17A; &hellip;", "Kraków łódź …"),
        ("&copy 2026 &notit &unknown; & &; &#; &#x;", "© 2026 ¬it &unknown; & &; &#; &#x;"),
        ("&#150; &#0; &#x110000; &#xD800;", "– \u{FFFD} \u{FFFD} \u{FFFD}"),
        ("so&shy;ft ze\u{200B}ro &zwnj;x \u{FEFF}y", "soft zero x y"),
        ("a&#xFFFF;b&#xFFFE;c&#xFDD0;", "abc"),
        ("a&nbsp;&nbsp;b\u{3000}c", "a b c"),
        ("e\u{301}", "é"),
        ("👩‍💻 a\u{200D}b", "👩‍💻 ab"),
        ("<pre>a\n  b\n\nc</pre>d e", "a\nb\nc\nd e"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("a<![CDATA[b]]>c<?php x ?>d", "acd"),
        ("<p/>a<div/>b", "a\nb"),
        ("x<script/>y", "xy"),
        ("<svg><text>no</text></svg>yes", "yes"),
        ("", ""), (" &nbsp; ", ""),
    ])
    func `HTML becomes the text that people see`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("a<blockquote>b<p>c</p></blockquote>d", "a\n> b\n> c\nd"),
        ("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "> a\n> b\n> c\nd"),
        ("<div class='x quote'>a<div>b</div>c</div>d", "> a\n> b\n> c\nd"),
        ("<aside class=\"quote\"><blockquote>a</blockquote></aside>b", "> a\nb"),
        ("<blockquote><cite>Jan:</cite>a</blockquote>b", "> Jan:\n> a\nb"),
        ("<blockquote>a</div>b</blockquote>c", "> a\n> b\nc"),
        ("<div><blockquote>a</div>b", "> a\nb"),
    ])
    func `quoted lines are told from the writer's own`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("<b>One</b>\n two<br>three", "One two three"),
        ("vector<int> & a<b>b</b>", "vector<int> & ab"),
    ])
    func `a title is one line`(html: String, line: String) {
        #expect(PlainText.line(ofHTML: html) == line)
    }
}
