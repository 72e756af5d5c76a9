@echo off
rem Starts Berth on the project this file stands in. Build it once with `mvn package`.
setlocal
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"
set "JAR=%HOME_DIR%\target\berth.jar"
if exist "%JAR%" goto run
echo berth: "%JAR%" is missing; build it with: mvn -f "%HOME_DIR%\pom.xml" package 1>&2
exit /b 2
:run
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -Xshare:auto -XX:SharedArchiveFile="%HOME_DIR%\target\berth.jsa" -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djdk.console=java.base "-Dberth.home=%HOME_DIR%" -jar "%JAR%" %*
exit /b %ERRORLEVEL%
