# SPDX-License-Identifier: MIT
"""Generated from ui/welcome.ui by packaging/compile_forms.py; never edited by hand."""

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

class Ui_Welcome(object):
    def setupUi(self, Welcome):
        if not Welcome.objectName():
            Welcome.setObjectName(u"Welcome")
        Welcome.resize(1280, 720)
        self.across = QHBoxLayout(Welcome)
        self.across.setSpacing(0)
        self.across.setObjectName(u"across")
        self.across.setContentsMargins(40, 40, 40, 40)
        self.before = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.across.addItem(self.before)

        self.page = QWidget(Welcome)
        self.page.setObjectName(u"page")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(100)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.page.sizePolicy().hasHeightForWidth())
        self.page.setSizePolicy(sizePolicy)
        self.page.setMaximumSize(QSize(980, 16777215))
        self.column = QVBoxLayout(self.page)
        self.column.setSpacing(16)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.above)

        self.notices = QVBoxLayout()
        self.notices.setObjectName(u"notices")

        self.column.addLayout(self.notices)

        self.middle = QWidget(self.page)
        self.middle.setObjectName(u"middle")
        self.middle.setMaximumSize(QSize(980, 560))
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(100)
        sizePolicy1.setHeightForWidth(self.middle.sizePolicy().hasHeightForWidth())
        self.middle.setSizePolicy(sizePolicy1)
        self.middle_row = QHBoxLayout(self.middle)
        self.middle_row.setSpacing(48)
        self.middle_row.setObjectName(u"middle_row")
        self.middle_row.setContentsMargins(0, 0, 0, 0)
        self.left = QWidget(self.middle)
        self.left.setObjectName(u"left")
        self.left.setMinimumSize(QSize(340, 0))
        self.left.setMaximumSize(QSize(340, 16777215))
        self.left_column = QVBoxLayout(self.left)
        self.left_column.setSpacing(8)
        self.left_column.setObjectName(u"left_column")
        self.left_column.setContentsMargins(0, 0, 0, 0)
        self.logo = QLabel(self.left)
        self.logo.setObjectName(u"logo")
        self.logo.setTextFormat(Qt.TextFormat.PlainText)
        self.logo.setProperty(u"kind", u"logo")

        self.left_column.addWidget(self.logo)

        self.title = QLabel(self.left)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"display")

        self.left_column.addWidget(self.title)

        self.promise = QLabel(self.left)
        self.promise.setObjectName(u"promise")
        self.promise.setTextFormat(Qt.TextFormat.PlainText)
        self.promise.setWordWrap(True)
        self.promise.setProperty(u"kind", u"muted")

        self.left_column.addWidget(self.promise)

        self.gap = QSpacerItem(20, 12, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.left_column.addItem(self.gap)

        self.new_project = QPushButton(self.left)
        self.new_project.setObjectName(u"new_project")
        self.new_project.setAutoDefault(False)
        self.new_project.setProperty(u"kind", u"primary")
        self.new_project.setProperty(u"wide", True)

        self.left_column.addWidget(self.new_project)

        self.open_project = QPushButton(self.left)
        self.open_project.setObjectName(u"open_project")
        self.open_project.setAutoDefault(False)
        self.open_project.setProperty(u"kind", u"start")

        self.left_column.addWidget(self.open_project)

        self.sample = QPushButton(self.left)
        self.sample.setObjectName(u"sample")
        self.sample.setAutoDefault(False)
        self.sample.setProperty(u"kind", u"start")

        self.left_column.addWidget(self.sample)

        self.backups = QPushButton(self.left)
        self.backups.setObjectName(u"backups")
        self.backups.setAutoDefault(False)
        self.backups.setProperty(u"kind", u"start")

        self.left_column.addWidget(self.backups)

        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.left_column.addItem(self.space)

        self.promise2 = QLabel(self.left)
        self.promise2.setObjectName(u"promise2")
        self.promise2.setTextFormat(Qt.TextFormat.PlainText)
        self.promise2.setWordWrap(True)
        self.promise2.setProperty(u"kind", u"quiet")

        self.left_column.addWidget(self.promise2)


        self.middle_row.addWidget(self.left)

        self.card = QFrame(self.middle)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"kind", u"card")
        self.card_column = QVBoxLayout(self.card)
        self.card_column.setSpacing(10)
        self.card_column.setObjectName(u"card_column")
        self.card_column.setContentsMargins(8, 16, 8, 16)
        self.card_head = QHBoxLayout()
        self.card_head.setSpacing(8)
        self.card_head.setObjectName(u"card_head")
        self.card_head.setContentsMargins(10, 0, 10, 0)
        self.heading = QLabel(self.card)
        self.heading.setObjectName(u"heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty(u"kind", u"name")

        self.card_head.addWidget(self.heading)

        self.space3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.card_head.addItem(self.space3)

        self.back = QPushButton(self.card)
        self.back.setObjectName(u"back")
        self.back.setAutoDefault(False)
        self.back.setProperty(u"kind", u"link")

        self.card_head.addWidget(self.back)


        self.card_column.addLayout(self.card_head)

        self.scroll = QScrollArea(self.card)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows = QWidget()
        self.rows.setObjectName(u"rows")
        self.rows.setProperty(u"kind", u"clear")
        self.rows_column = QVBoxLayout(self.rows)
        self.rows_column.setSpacing(2)
        self.rows_column.setObjectName(u"rows_column")
        self.rows_column.setContentsMargins(0, 0, 0, 0)
        self.space4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.rows_column.addItem(self.space4)

        self.scroll.setWidget(self.rows)

        self.card_column.addWidget(self.scroll)


        self.middle_row.addWidget(self.card)


        self.column.addWidget(self.middle)

        self.below = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.below)


        self.across.addWidget(self.page)

        self.behind = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.across.addItem(self.behind)

        QWidget.setTabOrder(self.new_project, self.open_project)
        QWidget.setTabOrder(self.open_project, self.sample)
        QWidget.setTabOrder(self.sample, self.backups)
        QWidget.setTabOrder(self.backups, self.back)

        self.retranslateUi(Welcome)

        self.new_project.setDefault(False)
        self.open_project.setDefault(False)
        self.sample.setDefault(False)
        self.backups.setDefault(False)
        self.back.setDefault(False)


        QMetaObject.connectSlotsByName(Welcome)
    # setupUi

    def retranslateUi(self, Welcome):
        self.logo.setText(QCoreApplication.translate("Welcome", u"P\u00b7S", None))
        self.title.setText(QCoreApplication.translate("Welcome", u"Persona Studio", None))
        self.promise.setText(QCoreApplication.translate("Welcome", u"Customer personas whose every line is traced to the people behind it.", None))
        self.new_project.setText(QCoreApplication.translate("Welcome", u"  New project\u2026", None))
#if QT_CONFIG(accessibility)
        self.new_project.setAccessibleName(QCoreApplication.translate("Welcome", u"New project\u2026", None))
#endif // QT_CONFIG(accessibility)
        self.open_project.setText(QCoreApplication.translate("Welcome", u"  Open a project\u2026", None))
#if QT_CONFIG(accessibility)
        self.open_project.setAccessibleName(QCoreApplication.translate("Welcome", u"Open a project\u2026", None))
#endif // QT_CONFIG(accessibility)
        self.sample.setText(QCoreApplication.translate("Welcome", u"  Try the sample workshop", None))
#if QT_CONFIG(accessibility)
        self.sample.setAccessibleName(QCoreApplication.translate("Welcome", u"Try the sample workshop", None))
#endif // QT_CONFIG(accessibility)
        self.backups.setText(QCoreApplication.translate("Welcome", u"  Restore a backup\u2026", None))
#if QT_CONFIG(accessibility)
        self.backups.setAccessibleName(QCoreApplication.translate("Welcome", u"Restore a backup\u2026", None))
#endif // QT_CONFIG(accessibility)
        self.promise2.setText(QCoreApplication.translate("Welcome", u"Everything stays on this computer. No account, no network.", None))
        self.heading.setText(QCoreApplication.translate("Welcome", u"Recent projects", None))
        self.back.setText(QCoreApplication.translate("Welcome", u"Back to recent projects", None))
#if QT_CONFIG(accessibility)
        self.back.setAccessibleName(QCoreApplication.translate("Welcome", u"Back to recent projects", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

