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
        ("don\u{92}t \u{84}tak\u{94} a\u{81}b", "don’t „tak” ab"),
        ("so&shy;ft ze\u{200B}ro &zwnj;x \u{FEFF}y", "soft zero x y"),
        ("a&#xFFFF;b&#xFFFE;c&#xFDD0;", "abc"),
        ("a&nbsp;&nbsp;b\u{3000}c", "a b c"),
        ("e\u{301}", "é"),
        ("👩‍💻 a\u{200D}b", "👩‍💻 ab"),
        ("<pre>a\n  b\n\nc</pre>d e", "a\nb\nc\nd e"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("a<![CDATA[b]]>c<?php x ?>d", "acd"),
        ("who <? knows, hm <!", "who <? knows, hm <!"), ("a<?xml:x", "a"), ("a<!--x", "a"),
        ("<p/>a<div/>b", "a\nb"),
        ("x<script/>y", "xy"),
        ("<svg><text>no</text></svg>yes", "yes"),
        ("Usunięto\nawarię.\n\nOla &amp; Jan\n\n\n", "Usunięto awarię.\nOla & Jan"),
        ("a < b.\r\n\r\nc", "a < b. c"), ("a.\r\n\r\nc", "a.\nc"), ("<i>a</i>\n\nb", "a b"),
        ("", ""), (" &nbsp; ", ""),
    ])
    func `HTML becomes the text that people see`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        (
            "a<figure class='highlight js'><figcaption><span>Zegar</span> w skrypcie</figcaption>"
                + "<table><tr><td><pre>let x</pre></td></tr></table></figure>b",
            "a\nZegar w skrypcie\nb"
        ),
        (
            "<figure class=highlight><pre>let x</pre><figcaption>Ola</figcaption>y</figure>b",
            "Ola\nb"
        ),
        ("<figure style='display:none'><figcaption>a</figcaption></figure>b", "b"),
        (
            "<figure class=highlight>x<figcaption>a<div class=highlight>y</div>c</figcaption></figure>b",
            "a\nc\nb"
        ),
    ])
    func `of a figure of code its caption is read`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("a<blockquote>b<p>c</p></blockquote>d", "a\n> b\n> c\nd"),
        ("<blockquote>a<blockquote>b</blockquote>c</blockquote>d", "> a\n> b\n> c\nd"),
        ("<div class='x quote'>a<div>b</div>c</div>d", "> a\n> b\n> c\nd"),
        ("<aside class=\"quote\"><blockquote>a</blockquote></aside>b", "> a\nb"),
        ("<blockquote><cite>Jan:</cite>a</blockquote>b", "> Jan:\n> a\nb"),
        (
            "<div class='bbCodeBlock--unfurl js-unfurl'><h3>a</h3>b</div>c",
            "> a\n> b\nc"
        ),
        ("<td class=quote>a<table><tr><td>b</td></tr></table>c</td>d", "> a\n> b\n> c\nd"),
        ("<div>Quote:</div><table><tr><td>a</td></tr></table>b", "> Quote:\n> a\nb"),
        ("<div>Prices:</div><table><tr><td>a</td></tr></table>b", "Prices:\na\nb"),
        ("<p>Ola napisała:</p><blockquote>a</blockquote>b", "> Ola napisała:\n> a\nb"),
        (
            "<p>Prezes Zefirnetu pisze:</p><blockquote>a</blockquote>b",
            "Prezes Zefirnetu pisze:\n> a\nb"
        ),
        (
            "On Monday Zefirnet, who cuts 40 jobs, said:<blockquote>a</blockquote>",
            "On Monday Zefirnet, who cuts 40 jobs, said:\n> a"
        ),
        (
            "On 5 March 2026, Ola wrote:<blockquote>a</blockquote>",
            "> On 5 March 2026, Ola wrote:\n> a"
        ),
        (
            "Po 3 awariach w 2 dni (12 i 13 maja) Zefirnet napisał:<blockquote>a</blockquote>",
            "Po 3 awariach w 2 dni (12 i 13 maja) Zefirnet napisał:\n> a"
        ),
        (
            "sob., 28 lis 2026 o 09:15 Ola napisał(a):<blockquote>a</blockquote>",
            "> sob., 28 lis 2026 o 09:15 Ola napisał(a):\n> a"
        ),
        ("Ola:\n&gt; a\n>> b\n >\nc &gt; d", "Ola:\n> a\n> b\nc > d"),
        ("Ola <ola@poczta.example>:\n&gt; a\nb", "Ola :\n> a\nb"),
        ("&gt; a\nb", "> a\nb"), ("a &gt; b\nc", "a > b c"),
        ("<p>a\n&gt; b</p>", "a > b"),
        ("<q>a</q> <q>„b”</q> <q>c", "\"a\" „b” \"c\""),
        ("<blockquote>a</div>b</blockquote>c", "> a\n> b\nc"),
        ("<div><blockquote>a</div>b", "> a\nb"),
    ])
    func `quoted lines are told from the writer's own`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("a\nb\n-- \nOla", "a\nb\n--\nOla"),
        (
            "a\n----- Original Message -----\nb",
            "a\n----- Original Message -----\nb"
        ),
        ("a\n- b\n-----\nc", "a - b ----- c"), ("a <b>b</b>\n-- \nOla", "a b -- Ola"),
    ])
    func `lines of mail are those its writer set`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test func `an address is one with whatever sign`() {
        #expect(
            PlainText.text(ofHTML: "ola＠poczta.example, ＠kawka") == "ola@poczta.example, ＠kawka")
    }

    @Test(arguments: [
        ("a<div style='display: none'>b<div>c</div>d</div>e", "a\ne"),
        ("a<span style=\"color:red;VISIBILITY:hidden\">b</span>c", "ac"),
        ("a<p hidden>b</p>c", "a\nc"), ("a<p hidden>b<p>c</p>d", "a\nc\nd"),
        ("<li hidden>a<li>b</li>c", "b\nc"),
        ("<video>b</video>a<audio>b</audio><canvas>b</canvas><object>b</object>", "a"),
        ("<xml><w:View>Normal</w:View></xml><p>a</p>", "a"),
        ("a<img src=x><noscript>b</noscript>", "a"),
        ("<math><mi>E</mi><annotation encoding='application/x-tex'>{E}</annotation></math>", "E"),
        ("<span class='field field--name-uid'><span>ola</span></span><div>a</div>", "a"),
        ("<div class=submitted>Submitted by <b>ola</b></div>a", "a"),
        ("<footer class='node__meta'><p>ola</p></footer><div class=content>a</div>", "a"),
        ("a <span class='x sr-only'>b</span><i class=screen-reader-text>b</i>c", "a c"),
    ])
    func `what nobody sees is no text`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        (
            "<p>Od Zefirnetu<sup id=fnref:1><a class=footnote-ref href=#fn:1>1</a></sup> wiemy.",
            "Od Zefirnetu wiemy."
        ),
        (
            "Zefirnet<sup class=reference><a href='#cite_note-1'>[1]</a></sup>, Baltfon",
            "Zefirnet, Baltfon"
        ),
        (
            "Zefirnet<sup><a href='https://a.example/b#n2'><span>[</span>2<span>]</span></a></sup>.",
            "Zefirnet."
        ),
        ("Zefirnet<a id=a1 href='https://a.example/p/b#footnote-1'>1</a> stoi.", "Zefirnet stoi."),
        ("Zefirnet<a href='#fn1' role=doc-noteref><sup>1</sup></a> stoi.", "Zefirnet stoi."),
        (
            "Zefirnet<a href='#_ftn1'><span class=a><span>[1]</span></span></a> stoi.",
            "Zefirnet stoi."
        ),
        ("Zefirnet<sup>[12]</sup> stoi.", "Zefirnet stoi."),
        ("Nie wiem. <a href='#fnref1' class=footnote-backref>↩︎</a>", "Nie wiem."),
        ("<b><a href='#cite_ref-1'>^</a></b> Zefirnet, 2026", "Zefirnet, 2026"),
        ("<p>Nie wiem.&#160;<a href='#fnref:1'>&#8617;&#xfe0e;</a></p><p>a", "Nie wiem.\na"),
    ])
    func `the number of a footnote is no part of the name before it`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("100 m<sup>2</sup>", "100 m2"),
        ("w m<sup>2</sup>, a <i>km</i><sup>2</sup>", "w m2, a km2"),
        ("<b>Zefirnet</b><sup>1</sup>, <i>Kawka</i><sup>TM</sup>", "Zefirnet 1, Kawka TM"),
        ("10<sup>6</sup> za 4<sup>99</sup> zł, 1<sup>st</sup>", "10 6 za 4 99 zł, 1st"),
        ("<sup>[x]</sup> a <a href='#p'>[x]</a> <a href='/b'>↩</a>", "[x] a [x] ↩"),
        ("<sup><a href='#a'>o Baltfonie</a></sup> a", "o Baltfonie a"),
        ("a <a href='#p12'>12</a> b", "a 12 b"), ("a#<a href='#p12'>12</a>", "a#12"),
        ("Baltfon<a href='/b'>24</a>", "Baltfon24"),
        ("Baltfon<a href='#c'>24 h</a>", "Baltfon24 h"),
        ("a<sup><a href='#fn1'>1", "a1"), ("a<a href='#fn1'>1", "a1"),
        ("a<a href='#fn1'>1<p>b</p><a href='/'>c</a>", "a1\nb\nc"),
        (
            "a<sup><a href='#fn1'>1</a><p>\(String(repeating: "b", count: 600))</p><sup>c</sup>",
            "a1\n\(String(repeating: "b", count: 600))\nc"
        ),
    ])
    func `what is raised or links into a page stays`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        (
            "a<table class=highlighttable><tr><td class=linenos><div class=linenodiv><pre>1\n2</pre></div>"
                + "</td><td class=code><div class=highlight><pre>x\ny</pre></div></td></tr></table>b",
            "a\nb"
        ),
        (
            "a<figure class='highlight js'><table><tr><td class=gutter><pre>1\n2</pre></td>"
                + "<td><pre>x</pre></td></tr></table></figure>b", "a\nb"
        ),
        ("a<div class=codehilite><pre><span></span>x</pre></div>b", "a\nb"),
        ("a<pre class='prettyprint linenums'>x</pre>b", "a\nb"),
        ("a <span class='line-number'>12</span>b", "a b"),
        ("<article class=line-numbers><p>a</p><pre><code>x</code></pre></article>b", "a\nb"),
        ("a<figure class=wp-block-image><img></figure>b", "a\nb"),
    ])
    func `programs and the numbers of their lines are no text`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("a <span class='wp-caption-text'>b <span>c</span></span> d", "a\nb c\nd"),
        ("<img><em class=imageCaption>b</em>Zefirnet", "b\nZefirnet"),
        ("<figure><img><figcaption>b</figcaption></figure>c", "b\nc"),
        ("a <small class=caption style='display:none'>b</small>c", "a c"),
        (
            "a<div class=lightbox-wrapper><a class=lightbox><img><div class=meta><span class=filename>x"
                + "</span><span class=\"informations\">9×9 1 KB</span></div></a><p>b</p></div>c",
            "a\nb\nc"
        ),
        ("<div class=meta>b</div>c", "b\nc"),
    ])
    func `the words under a picture are a line of their own`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("<div style='display:none'>all there is</div>", "all there is"),
        ("<noscript><p>a</p></noscript>", "a"),
        ("<div class=spoiler><b>Show</b><div style='display:none'>a</div></div>b", "Show\na\nb"),
        ("<div hidden=until-found>a</div>b", "a\nb"), ("<video>a", "a"),
        ("<p hidden>a<br>b", "a\nb"),
        ("<p style='font-family: none; content: hidden'>a</p>", "a"),
        ("<span aria-hidden=true>a</span>b", "ab"), ("<p title='hidden'>a</p>", "a"),
        ("<span class='invisible'>https://</span>b.example", "https://b.example"),
    ])
    func `what can be seen is text`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("<q>One</q> two", "\"One\" two"), ("What <q> is for", "What is for"),
        ("<b>One</b>\n two<br>three", "One two three"),
        ("vector<int> & a<b>b</b>", "vector<int> & ab"),
    ])
    func `a title is one line`(html: String, line: String) {
        #expect(PlainText.line(ofHTML: html) == line)
    }

    @Test(.timeLimit(.minutes(1)))
    func `empty lines take no longer than they are many`() {
        let html = "a" + String(repeating: "\n", count: 2_000_000) + "&gt; b"
        #expect(PlainText.text(ofHTML: html) == "a\n> b")
    }

    @Test(.timeLimit(.minutes(1)))
    func `quotations that nothing ends take no longer than they are many`() {
        let html = String(repeating: "<q>", count: 1_000_000) + "a"
        #expect(PlainText.line(ofHTML: html).contains("a"))
        let blocks = String(repeating: "<q><blockquote><i>", count: 50_000) + "a"
        #expect(PlainText.text(ofHTML: blocks).contains("a"))
    }

    @Test(arguments: [
        // A mark ends where the element around it does.
        ("<p>Ola: <q>nie działa</p><p>Jan</p>", "Ola: \"nie działa\"\nJan"),
        ("<p>Ola: <q>nie działa<p>Jan</q>", "Ola: \"nie działa\"\nJan"),
        ("<ul><li><q>a<li>b</ul>c", "\"a\"\nb\nc"), ("<b>a <q>b</b> c</q>", "a \"b\" c"),
        ("<q>a <q>b</q> c</q> d", "\"a \"b\" c\" d"), ("<div><q>a <q>b</div>c", "\"a \"b\"\"\nc"),
        // Ends that nothing began end nothing.
        ("<p><q>a</i> b</q> c</p>", "\"a b\" c"), ("a</q> b", "a b"),
        ("<q>a</div> b</q>", "\"a\nb\""),
        ("<q>a<p>b</p>c</q>", "\"a\nb\nc\""), ("<td><q>a</table>b", "\"a\nb\""),
        // So does a quoted block that has no end tag.
        ("<div>a<blockquote>b</div>c", "a\n> b\nc"), ("<li><blockquote>a</li><li>b</li>", "> a\nb"),
        ("<section><blockquote>a<p>b</section>c", "> a\n> b\nc"),
        ("<blockquote>a</p>b", "> a\n> b"), ("<p>a</b></i>b</p></p>c", "ab\nc"),
    ])
    func `a quotation ends where browsers end it`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }

    @Test(arguments: [
        ("&#55357;&#56832;", "😀"), ("a &#xD83D;&#xDE00; b", "a 😀 b"), ("&#55357;", "\u{FFFD}"),
        ("&#55357;&#65;", "\u{FFFD}A"), ("&#56832;&#55357;", "\u{FFFD}\u{FFFD}"),
    ])
    func `the two halves of a character are one`(html: String, text: String) {
        #expect(PlainText.text(ofHTML: html) == text)
    }
}
