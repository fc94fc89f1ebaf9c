package ${package};

#parse("/experts/${template}/Expert.java")##
