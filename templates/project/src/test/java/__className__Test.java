package ${package};

#parse("/experts/${template}/ExpertTest.java")##
