# SPDX-License-Identifier: MIT
"""Generated from ui/new_project.ui by packaging/compile_forms.py; never edited by hand."""

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_NewProject(object):
    def setupUi(self, NewProject):
        if not NewProject.objectName():
            NewProject.setObjectName(u"NewProject")
        NewProject.resize(520, 348)
        self.column = QVBoxLayout(NewProject)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(NewProject)
        self.title.setObjectName(u"title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty(u"kind", u"title")

        self.column.addWidget(self.title)

        self.sentence = QLabel(NewProject)
        self.sentence.setObjectName(u"sentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.sentence.setProperty(u"kind", u"muted")

        self.column.addWidget(self.sentence)

        self.name_label = QLabel(NewProject)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.name_label.setProperty(u"kind", u"strong")

        self.column.addWidget(self.name_label)

        self.name = QLineEdit(NewProject)
        self.name.setObjectName(u"name")

        self.column.addWidget(self.name)

        self.client_label = QLabel(NewProject)
        self.client_label.setObjectName(u"client_label")
        self.client_label.setTextFormat(Qt.TextFormat.PlainText)
        self.client_label.setProperty(u"kind", u"strong")

        self.column.addWidget(self.client_label)

        self.client = QLineEdit(NewProject)
        self.client.setObjectName(u"client")

        self.column.addWidget(self.client)

        self.place_label = QLabel(NewProject)
        self.place_label.setObjectName(u"place_label")
        self.place_label.setTextFormat(Qt.TextFormat.PlainText)
        self.place_label.setProperty(u"kind", u"strong")

        self.column.addWidget(self.place_label)

        self.place_row = QHBoxLayout()
        self.place_row.setSpacing(8)
        self.place_row.setObjectName(u"place_row")
        self.place_row.setContentsMargins(0, 0, 0, 0)
        self.place = QLineEdit(NewProject)
        self.place.setObjectName(u"place")

        self.place_row.addWidget(self.place)

        self.choose = QPushButton(NewProject)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.place_row.addWidget(self.choose)


        self.column.addLayout(self.place_row)

        self.problem = QLabel(NewProject)
        self.problem.setObjectName(u"problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setProperty(u"kind", u"wrong")

        self.column.addWidget(self.problem)

        self.space2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space2)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.space = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.space)

        self.cancel = QPushButton(NewProject)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.foot.addWidget(self.cancel)

        self.make = QPushButton(NewProject)
        self.make.setObjectName(u"make")
        self.make.setAutoDefault(True)
        self.make.setProperty(u"kind", u"primary")

        self.foot.addWidget(self.make)


        self.column.addLayout(self.foot)

        QWidget.setTabOrder(self.name, self.client)
        QWidget.setTabOrder(self.client, self.place)
        QWidget.setTabOrder(self.place, self.choose)
        QWidget.setTabOrder(self.choose, self.make)
        QWidget.setTabOrder(self.make, self.cancel)

        self.retranslateUi(NewProject)

        self.choose.setDefault(False)
        self.cancel.setDefault(False)
        self.make.setDefault(True)


        QMetaObject.connectSlotsByName(NewProject)
    # setupUi

    def retranslateUi(self, NewProject):
        NewProject.setWindowTitle(QCoreApplication.translate("NewProject", u"New project", None))
        self.title.setText(QCoreApplication.translate("NewProject", u"New project", None))
        self.sentence.setText(QCoreApplication.translate("NewProject", u"A project is one file. Give it a name your client would understand.", None))
        self.name_label.setText(QCoreApplication.translate("NewProject", u"Name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("NewProject", u"Name of the project", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("NewProject", u"Spring workshop", None))
        self.client_label.setText(QCoreApplication.translate("NewProject", u"Client", None))
#if QT_CONFIG(accessibility)
        self.client.setAccessibleName(QCoreApplication.translate("NewProject", u"Client", None))
#endif // QT_CONFIG(accessibility)
        self.client.setPlaceholderText(QCoreApplication.translate("NewProject", u"Optional", None))
        self.place_label.setText(QCoreApplication.translate("NewProject", u"Where", None))
#if QT_CONFIG(accessibility)
        self.place.setAccessibleName(QCoreApplication.translate("NewProject", u"Where the project is kept", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("NewProject", u"Choose\u2026", None))
#if QT_CONFIG(accessibility)
        self.choose.setAccessibleName(QCoreApplication.translate("NewProject", u"Choose\u2026", None))
#endif // QT_CONFIG(accessibility)
        self.problem.setText("")
        self.cancel.setText(QCoreApplication.translate("NewProject", u"Cancel", None))
#if QT_CONFIG(accessibility)
        self.cancel.setAccessibleName(QCoreApplication.translate("NewProject", u"Cancel", None))
#endif // QT_CONFIG(accessibility)
        self.make.setText(QCoreApplication.translate("NewProject", u"Make project", None))
#if QT_CONFIG(accessibility)
        self.make.setAccessibleName(QCoreApplication.translate("NewProject", u"Make project", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

