# SPDX-License-Identifier: MIT
"""Generated from ui/review_page.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_ReviewPage(object):
    def setupUi(self, ReviewPage):
        if not ReviewPage.objectName():
            ReviewPage.setObjectName(u"ReviewPage")
        ReviewPage.resize(1180, 640)
        ReviewPage.setProperty(u"kind", u"page")
        self.column = QVBoxLayout(ReviewPage)
        self.column.setSpacing(12)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 14, 20, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(10)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ReviewPage)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"title")

        self.head.addWidget(self.title)

        self.last = QLabel(ReviewPage)
        self.last.setObjectName(u"last")
        self.last.setTextFormat(Qt.TextFormat.PlainText)
        self.last.setProperty(u"kind", u"muted")

        self.head.addWidget(self.last)

        self.head_gap = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.head.addItem(self.head_gap)

        self.recheck = QPushButton(ReviewPage)
        self.recheck.setObjectName(u"recheck")
        self.recheck.setAutoDefault(False)

        self.head.addWidget(self.recheck)

        self.rules = QPushButton(ReviewPage)
        self.rules.setObjectName(u"rules")
        self.rules.setAutoDefault(False)

        self.head.addWidget(self.rules)

        self.report = QPushButton(ReviewPage)
        self.report.setObjectName(u"report")
        self.report.setAutoDefault(False)

        self.head.addWidget(self.report)

        self.sign = QPushButton(ReviewPage)
        self.sign.setObjectName(u"sign")
        self.sign.setAutoDefault(False)

        self.head.addWidget(self.sign)


        self.column.addLayout(self.head)

        self.body = QHBoxLayout()
        self.body.setSpacing(18)
        self.body.setObjectName(u"body")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.left = QVBoxLayout()
        self.left.setSpacing(12)
        self.left.setObjectName(u"left")
        self.left.setContentsMargins(0, 0, 0, 0)
        self.counts = QHBoxLayout()
        self.counts.setSpacing(20)
        self.counts.setObjectName(u"counts")
        self.counts.setContentsMargins(0, 0, 0, 0)

        self.left.addLayout(self.counts)


        self.body.addLayout(self.left)

        self.side = QFrame(ReviewPage)
        self.side.setObjectName(u"side")
        self.side.setMinimumSize(QSize(360, 0))
        self.side.setMaximumSize(QSize(480, 16777215))
        self.side.setProperty(u"kind", u"card")
        self.side_column = QVBoxLayout(self.side)
        self.side_column.setSpacing(0)
        self.side_column.setObjectName(u"side_column")
        self.side_column.setContentsMargins(1, 1, 1, 1)
        self.side_area = QScrollArea(self.side)
        self.side_area.setObjectName(u"side_area")
        self.side_area.setWidgetResizable(True)
        self.side_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side_area.setFrameShape(QFrame.Shape.NoFrame)
        self.side_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.side_page = QWidget()
        self.side_page.setObjectName(u"side_page")
        self.side_page.setProperty(u"kind", u"clear")
        self.side_body = QVBoxLayout(self.side_page)
        self.side_body.setSpacing(8)
        self.side_body.setObjectName(u"side_body")
        self.side_body.setContentsMargins(18, 18, 18, 18)
        self.side_area.setWidget(self.side_page)

        self.side_column.addWidget(self.side_area)


        self.body.addWidget(self.side)

        self.body.setStretch(0, 5)
        self.body.setStretch(1, 3)

        self.column.addLayout(self.body)


        self.retranslateUi(ReviewPage)

        QMetaObject.connectSlotsByName(ReviewPage)
    # setupUi

    def retranslateUi(self, ReviewPage):
        self.title.setText(QCoreApplication.translate("ReviewPage", u"Review", None))
        self.last.setText("")
        self.recheck.setText(QCoreApplication.translate("ReviewPage", u"Re-check personas", None))
#if QT_CONFIG(tooltip)
        self.recheck.setToolTip(QCoreApplication.translate("ReviewPage", u"Hold every claim against a newer wave of the same study", None))
#endif // QT_CONFIG(tooltip)
        self.rules.setText(QCoreApplication.translate("ReviewPage", u"Rules\u2026", None))
#if QT_CONFIG(tooltip)
        self.rules.setToolTip(QCoreApplication.translate("ReviewPage", u"What is looked at, and from which number on", None))
#endif // QT_CONFIG(tooltip)
        self.report.setText(QCoreApplication.translate("ReviewPage", u"Save report\u2026", None))
#if QT_CONFIG(tooltip)
        self.report.setToolTip(QCoreApplication.translate("ReviewPage", u"Everything found, with the settings in force, as PDF or CSV", None))
#endif // QT_CONFIG(tooltip)
        self.sign.setText(QCoreApplication.translate("ReviewPage", u"Sign off\u2026", None))
        pass
    # retranslateUi

