"""Mail hosts that anybody may use: sharing one of them says nothing about where two people work."""

PUBLIC_HOSTS = frozenset(
    """
    gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.fr hotmail.de
    hotmail.it hotmail.es live.com live.co.uk live.ca msn.com yahoo.com yahoo.co.uk yahoo.ca yahoo.fr yahoo.de
    yahoo.com.au yahoo.co.in ymail.com rocketmail.com aol.com aim.com icloud.com me.com mac.com proton.me
    protonmail.com protonmail.ch pm.me tutanota.com tuta.io fastmail.com fastmail.fm zoho.com hey.com mail.com
    email.com gmx.com gmx.net gmx.de gmx.at web.de t-online.de freenet.de posteo.de mailbox.org orange.fr free.fr
    laposte.net sfr.fr wanadoo.fr libero.it virgilio.it mail.ru yandex.ru yandex.com qq.com 163.com 126.com naver.com
    btinternet.com btconnect.com virginmedia.com sky.com talktalk.net ntlworld.com blueyonder.co.uk eircom.net
    bigpond.com bigpond.net.au optusnet.com.au shaw.ca rogers.com bell.net telus.net sympatico.ca
    comcast.net xfinity.com verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net
    earthlink.net frontier.com frontiernet.net centurylink.net q.com qwestoffice.net windstream.net juno.com
    netzero.net optonline.net roadrunner.com rr.com twc.com suddenlink.net mediacombb.net embarqmail.com
    bendbroadband.com bendcable.com bendnet.com tds.net clearwire.net usa.net duck.com relay.firefox.com
    privaterelay.appleid.com
    """.split()
)
